"""``jinguo audit seal``, ``verify``, ``anchor`` and ``prune``: looking after the record."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.audit.actions import check, prune, seal
from jinguo.audit.errors import NothingSealed
from jinguo.audit.queries.verifying import newest_anchor
from jinguo.audit.readers.archive import verify_moved_out
from jinguo.audit.rules.anchor import Anchor, anchor_text, read_anchor
from jinguo.audit.rules.keeping import kept_since
from jinguo.audit.rules.verdict import Problem, Verdict, iso, moment
from jinguo.cli.audit_key import key
from jinguo.cli.saving import save, unfinished
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(help=_("The record of deeds: seal it, verify it, keep it."))
def audit() -> None:
    """Group of the commands of the record."""


audit.add_command(key)


@audit.command("seal", help=_("Chain what was recorded; the server does so each second."))
def seal_() -> None:
    """Says how many entries were sealed."""
    prepare_database()
    sealed = seal()
    click.echo(ngettext("%(n)s entry sealed.", "%(n)s entries sealed.", sealed) % {"n": sealed})


@audit.command("verify", help=_("Look whether anything was removed, altered or put in."))
@click.option("--anchor", type=FILE, help=_("An anchor kept elsewhere: shows a cut-off end too."))
@click.option("--archive", type=FILE, help=_("Verify a file of moved-out entries instead."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def verify_(anchor: Path | None, archive: Path | None, *, as_json: bool) -> None:
    """Exit code 1 where the record is not whole."""
    prepare_database()
    if archive:
        with archive.open("rb") as file:
            verdict = verify_moved_out(file, archive.name)
    else:
        verdict = check(by=system(), anchor=_anchor(anchor) if anchor else None)
    if as_json:
        click.echo(json.dumps(_answer(verdict), ensure_ascii=False))
    else:
        click.echo("\n".join(_told(verdict)))
    sys.exit(0 if verdict.whole else 1)


@audit.command("prune", help=_("Move entries older than JINGUO_AUDIT_DAYS into FILE."))
@click.option("-o", "out", required=True, type=click.Path(dir_okay=False, path_type=Path))
def prune_(out: Path) -> None:
    """Removed only once the file was read back whole; nothing is written where nothing is old."""
    prepare_database()
    days = settings.AUDIT_DAYS
    since = kept_since(now(), days)
    with unfinished(out) as (file, settle):
        moved = prune(kept_since=since, file=file, settle=settle, by=system())
    if moved is None:
        click.echo(_("Nothing is older than %(days)s days.") % {"days": days})
        return
    words = {"n": moved.entries, "file": out, "position": moved.position}
    click.echo(_("%(n)s entries, up to position %(position)s, moved into %(file)s.") % words)


@audit.command("anchor", help=_("Write how far the record reaches; keep the file elsewhere."))
@click.option("-o", "out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help=_("Write over a file that is there."))
def anchor_(out: Path, *, force: bool) -> None:
    """Refused where nothing was recorded yet."""
    prepare_database()
    seal()
    anchor = newest_anchor()
    if anchor is None:
        raise NothingSealed
    save(out, anchor_text(anchor).encode(), force=force)
    words = {"file": out, "position": anchor.position}
    click.echo(_("Anchor at position %(position)s written to %(file)s.") % words)


def _anchor(path: Path) -> Anchor:
    return read_anchor(path.read_text(encoding="utf-8", errors="replace"), path.name)


def _told(verdict: Verdict) -> Iterator[str]:
    words = {"n": verdict.sealed, "first": verdict.begins, "last": verdict.ends}
    if not verdict.sealed:
        yield _("Nothing is sealed.")
    elif verdict.whole:
        yield _("✓ Whole: %(n)s entries, positions %(first)s to %(last)s.") % words
    else:
        yield _("✗ Not whole: %(n)s entries, positions %(first)s to %(last)s.") % words
    yield from (f"  {problem}" for problem in verdict.problems)
    if verdict.count > len(verdict.problems):
        yield _("  … and %(n)s more.") % {"n": verdict.count - len(verdict.problems)}
    if verdict.other_key and not verdict.whole:
        words = {"n": verdict.foreign}
        yield _("The first %(n)s do not fit the key: is it another (JINGUO_AUDIT_KEY)?") % words
    if verdict.begins > 1:
        words = {"before": verdict.begins - 1}
        yield _("Entries up to position %(before)s were moved into a file.") % words
    if verdict.anchored:
        yield _("The anchor is in its place.")
    yield _tail(verdict)


def _tail(verdict: Verdict) -> str:
    tail = verdict.tail
    if not tail.count:
        return _("Nothing waits to be sealed.")
    words = {"n": tail.count, "first": tail.first, "last": tail.last, "since": moment(tail.since)}
    return _("Not sealed yet: %(n)s, entries %(first)s to %(last)s, since %(since)s.") % words


def _answer(verdict: Verdict) -> dict[str, Any]:
    tail = verdict.tail
    return {
        "whole": verdict.whole,
        "sealed": verdict.sealed,
        "first": verdict.begins,
        "last": verdict.ends,
        "problem_count": verdict.count,
        "problems": [_problem(one) for one in verdict.problems],
        "unsealed": {
            "count": tail.count,
            "first": tail.first,
            "last": tail.last,
            "since": iso(tail.since),
        },
        "anchor": verdict.anchored,
        "key_fits": not verdict.other_key,
    }


def _problem(one: Problem) -> dict[str, Any]:
    return {
        "wrong": one.wrong.value,
        "position": one.position,
        "entry": one.entry,
        "at": iso(one.at),
        "message": str(one),
    }
