"""``jinguo person``: what is held about one woman."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.access.actions.handing_out import hand_out
from jinguo.cli.saving import check, save
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today


@click.group(help=_("What is held about one woman."))
def person() -> None:
    """Group of the commands about persons."""


@person.command("file", help=_("Write everything held about the woman with this number."))
@click.argument("number", type=int)
@click.option(
    "-o", "--output", "target", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help=_("The Word file to write."),
)  # fmt: skip
def file_(number: int, target: Path) -> None:
    """The number stands in the address of her page. Taking the file is recorded."""
    prepare_database()
    check(target, force=False)
    taken = hand_out(person_id=number, reason=_("She asked for it"), today=today(), by=system())
    save(target, taken.content, force=False)
    click.echo(_("Written: %(path)s") % {"path": target})
