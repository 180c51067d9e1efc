"""``jinguo divisions``: lists of administrative divisions and what changed between them."""

import json
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.cli.parameters import DAY
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions import queries
from jinguo.divisions.actions import LoadReport, decide, load_lists
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.queries import Change, Kind, Place
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today

SHOWN = 20
"""How many closed or added places a load names."""


@click.group(help=_("Lists of administrative divisions."))
def divisions() -> None:
    """Group of the commands on lists."""


@divisions.command(
    help=_("Load lists from CSV FILES: any vintages in any order; again changes nothing.")
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--allow-losses",
    is_flag=True,
    help=_("Even if a third of a county's places, or a township, is gone."),
)
def load(files: tuple[Path, ...], *, allow_losses: bool) -> None:
    """All of the files, or none."""
    prepare_database()
    report = load_lists(files, by=system(), allow_losses=allow_losses, today=today())
    _tell(report)


def _tell(report: LoadReport) -> None:
    words = {
        "rows": report.rows,
        "listings": len(report.listings),
        "unchanged": report.unchanged,
        "versions": report.versions,
    }
    click.echo(
        _(
            "%(rows)s rows read: %(listings)s lists new or corrected, %(unchanged)s as known,"
            " %(versions)s entries written."
        )
        % words
    )
    for title, places in ((_("Closed"), report.closed), (_("Added"), report.added)):
        if places:
            shown = "、".join(f"{one.name} ({one.day})" for one in places[:SHOWN])
            more = " …" if len(places) > SHOWN else ""
            click.echo(f"{title} ({len(places)}): {shown}{more}")
    if report.proposals:
        question = ngettext(
            "%(count)s match is not certain: see “jinguo divisions proposals”.",
            "%(count)s matches are not certain: see “jinguo divisions proposals”.",
            report.proposals,
        )
        click.echo(question % {"count": report.proposals})


@divisions.command(
    help=_("What was added, closed, renamed, re-coded, moved below CODE between two days.")
)
@click.argument("code")
@click.option("--from", "start", type=DAY, required=True, help=_("The earlier day."))
@click.option("--to", "end", type=DAY, required=True, help=_("The later day."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def changes(code: str, start: date, end: date, *, as_json: bool) -> None:
    """At the place itself and below it."""
    if start > end:
        raise click.UsageError(
            _("--from (%(start)s) is later than --to (%(end)s); give the earlier day first.")
            % {"start": start, "end": end}
        )
    prepare_database()
    try:
        found = queries.changes(code, start, end)
    except DivisionUnknown as unknown:
        raise click.UsageError(str(unknown)) from unknown
    if as_json:
        click.echo(json.dumps(_as_json(code, start, end, found), ensure_ascii=False))
        return
    if not found:
        click.echo(_("Nothing changed."))
    for kind, some in groupby(found, key=lambda change: change.kind):
        click.echo(_titles()[kind])
        for change in some:
            click.echo(f"  {_line(change)}")


def _as_json(code: str, start: date, end: date, found: list[Change]) -> dict[str, Any]:
    answer: dict[str, Any] = {"code": code, "from": start.isoformat(), "to": end.isoformat()}
    for kind in Kind:
        answer[kind.value] = [_entry(change) for change in found if change.kind == kind]
    return answer


def _entry(change: Change) -> dict[str, Any]:
    before, after = change.before, change.after
    if before is None or after is None:
        shown = after or before
        return {**_named(shown), "level": shown.level if shown else None}
    if change.kind == Kind.RENAMED:
        return {
            "code": after.code,
            "name_from": before.name,
            "name_to": after.name,
            "level": after.level,
        }
    if change.kind == Kind.RECODED:
        return {"from": _named(before), "to": _named(after), "level": after.level}
    above_then, above_now = change.parents
    return {
        **_named(after),
        "level": after.level,
        "parent_from": _named(above_then),
        "parent_to": _named(above_now),
    }


def _named(place: Place | None) -> dict[str, Any]:
    return {"code": place.code if place else None, "name": place.name if place else None}


def _titles() -> dict[Kind, str]:
    return {
        Kind.ADDED: _("Added"),
        Kind.CLOSED: _("Closed"),
        Kind.RENAMED: _("Renamed"),
        Kind.RECODED: _("New code"),
        Kind.MOVED: _("Moved"),
    }


def _line(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return " ".join(str(word) for word in _named(after or before).values())
    if change.kind == Kind.RENAMED:
        return f"{after.code} {before.name} → {after.name}"
    if change.kind == Kind.RECODED:
        return f"{before.code} {before.name} → {after.code} {after.name}"
    above_then, above_now = (above.name if above else "—" for above in change.parents)
    return f"{after.code} {after.name}: {above_then} → {above_now}"


@divisions.command(help=_("Matches between lists that are not certain, below CODE or everywhere."))
@click.argument("code", default="")
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def proposals(code: str, *, as_json: bool) -> None:
    """Each with its number, for ``decide``."""
    prepare_database()
    found = queries.proposals(code)
    if as_json:
        lines = [
            {
                "number": match.pk,
                "as_of": match.as_of.isoformat(),
                "from": {"code": match.old_code, "name": match.old_name},
                "to": {"code": match.new_code, "name": match.new_name},
                "reason": match.reason,
            }
            for match in found
        ]
        click.echo(json.dumps({"proposals": lines}, ensure_ascii=False))
        return
    if not found:
        click.echo(_("Every match is certain or decided."))
    for match in found:
        click.echo(f"{match.pk}  {match.as_of}  {match}  {match.why}")


@divisions.command(
    "decide",
    help=_("Say whether match NUMBER of “proposals” is the same place or different ones."),
)
@click.argument("number", type=int)
@click.argument("verdict", type=click.Choice(["same", "different"]))
def decide_command(number: int, verdict: str) -> None:
    """A decision outlives later loads."""
    prepare_database()
    match = queries.succession(number)
    decide(match, same=verdict == "same", by=system())
    answer = _("one place") if verdict == "same" else _("two places")
    click.echo(f"{match}: {answer}")
