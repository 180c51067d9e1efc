"""``jinguo roster``: import and undo; export and find stand in ``cli.listing``."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.cli.listing import export_, find_
from jinguo.cli.parameters import DAY
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, counties, place
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today
from jinguo.roster.actions.importing import ImportRequest, Report, run
from jinguo.roster.actions.undoing import undo
from jinguo.roster.readers.opening import too_large
from jinguo.roster.readers.opening.limits import FILE_BYTES

_IMPORT = _("Import workbooks, or folders of workbooks, as one batch.")
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt")


@click.group(help=_("Rosters of committees."))
def roster() -> None:
    """Group of the roster commands."""


roster.add_command(export_)
roster.add_command(find_)


@roster.command("import", help=_IMPORT)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--county", help=_("Division code of the county; needed where there are several."))
@click.option("--as-of", "as_of", type=DAY, help=_("The day the lists describe."))
@click.option("--dry-run", is_flag=True, help=_("Show what would happen; write nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def import_(
    paths: tuple[Path, ...], county: str | None, as_of: date | None, *, dry_run: bool, as_json: bool
) -> None:
    """Exit code 0 when applied (or nothing to change), 1 when refused, 2 on wrong usage.

    A file beyond the limit is not read at all, and then nothing is applied.
    """
    prepare_database()
    found = list(_files(paths))
    large = [path for path in found if path.stat().st_size > FILE_BYTES]
    request = ImportRequest(
        files=[(path.name, path.read_bytes()) for path in found if path not in large],
        county=_county(county, as_of),
        as_of=as_of,
        today=today(),
    )
    report = Report()
    if request.files or not large:
        report = run(request, by=system(), apply=not dry_run and not large)
    report.problems[:0] = [too_large(path.stat().st_size).as_problem(path.name) for path in large]
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        _print(report, dry_run=dry_run)
    sys.exit(1 if report.refused else 0)


@roster.command("undo", help=_("Undo the import with this number."))
@click.argument("batch", type=int)
def undo_(batch: int) -> None:
    """Refused, naming them, where later imports stand in the way."""
    prepare_database()
    undo(batch_id=batch, by=system())
    click.echo(_("Batch %(batch)s is undone.") % {"batch": batch})


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                one
                for one in path.rglob("*")
                if one.suffix.lower() in SUFFIXES and not one.name.startswith(("~$", "."))
            )
        else:
            yield path


def _county(code: str | None, as_of: date | None) -> Place:
    known = counties()
    if code is None:
        if len(known) == 1:
            return known[0]
        raise click.UsageError(
            _("Give --county CODE. Counties with a list of divisions: %(known)s")
            % {"known": "、".join(f"{one.code[:6]} {one.name}" for one in known) or _("none")}
        )
    for one in known:
        if one.code[:6] == code[:6]:
            return one
    try:
        found = place(code[:6], as_of or today())
    except DivisionUnknown as unknown:
        raise click.UsageError(str(unknown)) from unknown
    if found.level != Level.COUNTY:
        raise click.UsageError(_("%(name)s is not a county.") % {"name": found.name})
    return found


def _print(report: Report, *, dry_run: bool) -> None:
    for problem in report.problems:
        where = " ".join(part for part in (problem.file, problem.sheet, problem.cell) if part)
        click.echo(f"[{problem.severity.label}] {where}: {problem.message}")
    click.echo(
        _(
            "%(rows)s rows, %(people)s people, %(units)s units: %(joined)s joined, %(left)s left, "
            "%(changed)s changed, %(unchanged)s unchanged."
        )
        % report.counts()
    )
    if report.refused:
        click.echo(_("Refused: nothing was written."))
    elif dry_run:
        click.echo(_("Dry run: nothing was written."))
    elif report.batch is None:
        click.echo(_("Nothing to change."))
    else:
        click.echo(_("Applied as batch %(batch)s.") % {"batch": report.batch})
