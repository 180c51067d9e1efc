"""``jinguo roster export``: the roster of a unit as the workbook that imports again."""

from datetime import date
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.cli.parameters import DAY
from jinguo.cli.saving import check, save
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now, today
from jinguo.roster.actions.exporting import ExportRequest, export

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
@click.option("--contacts", metavar="REASON", help=_("With telephone numbers; why is recorded."))
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
    if contacts is not None and not contacts.strip():
        raise click.UsageError(_("Say why the telephone numbers are needed."))
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
    written = export(asked, by=system())
    save(output, written.content, force=force)
    words = {"rows": written.rows, "units": written.units, "path": output, "day": day}
    click.echo(_("%(path)s: %(rows)s seats of %(units)s units on %(day)s.") % words)
