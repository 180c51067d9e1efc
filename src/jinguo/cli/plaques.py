"""``jinguo plaque``."""

from datetime import date
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.cli.parameters import DAY
from jinguo.cli.saving import check, save
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.queries import place
from jinguo.federations.queries import federation_name
from jinguo.kernel.clock import today
from jinguo.plaques.queries import board_of, ordered, specified_for
from jinguo.plaques.writers import FORMATS, bundle, drawn


@click.command(
    help=_(
        "Draw the plaque of UNIT (a code) at true size, as PDF or SVG; as ZIP those of all units "
        "below it too, with a list for the maker."
    )
)
@click.argument("code", metavar="UNIT")
@click.option(
    "-o", "--output", "path", required=True, type=click.Path(dir_okay=False, path_type=Path)
)
@click.option("--text", help=_("What is to be on it, to be checked; else it is filled in."))
@click.option("--as-of", type=DAY, help=_("The day whose names hold; today where it is not given."))
@click.option("--force", is_flag=True, help=_("Write over a file of that name."))
def plaque(code: str, *, path: Path, text: str | None, as_of: date | None, force: bool) -> None:
    """Wrong text is refused, and the right one named."""
    ending = path.suffix.lower().removeprefix(".")
    form = next((one for one in FORMATS if one == ending), None)
    if form is None and (ending != "zip" or text is not None):
        raise click.UsageError(_("The file must end in .pdf, .svg, or, for all below, .zip."))
    prepare_database()
    day = as_of or today()
    unit = place(code, day)
    specified, right = specified_for(unit, day)
    check(path, force=force)
    if form is None:
        lines = ordered(unit, day, specified)
        title = _("%(unit)s: plaques to make") % {"unit": federation_name(unit)}
        content, told = bundle([title], lines, specified), f"{title} ({len(lines)})"
    else:
        said = right if text is None else text.strip()
        content, told = drawn(said, right, board_of(specified), form), right
    save(path, content, force=force)
    click.echo(f"{told} → {path}")
