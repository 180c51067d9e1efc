"""``jinguo roster export`` and ``find``: a roster as a workbook, and people by what is known."""

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from jinguo.cli.parameters import DAY
from jinguo.cli.saving import check, save
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now, today
from jinguo.people.actions import learn_names
from jinguo.roster.actions.exporting import ExportRequest, export
from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors.contacts import ReasonMissing
from jinguo.roster.queries.search import Found, FoundSeat, Search, ask, find

_EXPORT = _(
    "Write the roster of UNIT (a division code valid on the day) and of all below it to an .xlsx "
    "that imports again, unchanged."
)


@click.command("export", help=_EXPORT)
@click.argument("unit")
@click.option(
    "--as-of", "as_of", type=DAY, help=_("The day the roster describes; today if left out.")
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help=_("The file to write.")
)
@click.option("--one-sheet", is_flag=True, help=_("All townships on one sheet."))
@click.option(
    "--contacts",
    metavar="REASON",
    help=_("With telephone numbers in full, else they are masked; why is recorded."),
)
@click.option("--force", is_flag=True, help=_("Write over a file that exists."))
def export_(
    unit: str,
    as_of: date | None,
    output: Path,
    contacts: str | None,
    *,
    one_sheet: bool,
    force: bool,
) -> None:
    """Exit code 0 when written, 1 when refused, 2 on wrong usage."""
    if output.suffix.lower() != ".xlsx":
        raise click.UsageError(_("The file is an Excel workbook: its name must end in .xlsx."))
    check(output, force=force)
    prepare_database()
    day = as_of or today()
    try:
        top = place(unit, day)
    except DivisionUnknown as unknown:
        raise click.UsageError(str(unknown)) from unknown
    asked = ExportRequest(
        top, day, now(), one_sheet=one_sheet, contacts=contacts is not None, reason=contacts or ""
    )
    try:
        written = export(asked, by=system())
    except ReasonMissing as missing:
        raise click.UsageError(str(missing)) from missing
    save(output, written.content, force=force)
    words = {"rows": written.rows, "units": written.units, "path": output, "day": day}
    click.echo(_("%(path)s: %(rows)s seats of %(units)s units on %(day)s.") % words)


_FIND = _(
    "Find people by WORDS that must all fit: name, pinyin or initials, unit, post, category, "
    "skill, the last four digits of a phone."
)
_MOST = 1000


@click.command("find", help=_FIND)
@click.argument("words", nargs=-1, required=True)
@click.option("--as-of", "as_of", type=DAY, help=_("The day asked for."))
@click.option("--limit", type=click.IntRange(1, _MOST), default=30, show_default=True)
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def find_(words: tuple[str, ...], as_of: date | None, limit: int, *, as_json: bool) -> None:
    """Exit code 0 when somebody was found, 1 when nobody was."""
    prepare_database()
    search = Search(" ".join(words), as_of or today(), system())
    if search.by_sound:
        learn_names()
    found = find(ask(search), size=limit)
    if as_json:
        people = [_as_json(one) for one in found.people]
        words_out = {"total": found.total, "sitting": found.sitting, "people": people}
        click.echo(json.dumps(words_out, ensure_ascii=False))
    else:
        for one in found.people:
            click.echo("  ".join([one.name, *map(_seat_in_words, one.seats)]))
        counts = {"total": found.total, "sitting": found.sitting, "shown": len(found.people)}
        click.echo(_("%(total)s found, %(sitting)s in office, %(shown)s shown.") % counts)
    sys.exit(0 if found.total else 1)


def _seat_in_words(seat: FoundSeat) -> str:
    kind = f"({Kind(seat.kind).label})" if seat.kind else ""
    until = f" –{seat.until}" if not seat.sits else ""
    return f"{seat.above}{seat.unit_name} {Post(seat.post).label}{kind}{until}"


def _as_json(one: Found) -> dict[str, Any]:
    return json.loads(json.dumps(asdict(one), default=str))  # type: ignore[no-any-return]
