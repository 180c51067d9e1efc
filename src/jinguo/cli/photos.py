"""``jinguo photos clear``."""

from datetime import timedelta

import click
from django.utils.translation import gettext as _

from jinguo.database.bootstrap import prepare_database
from jinguo.files.actions import clear_unused
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now

DAYS = 30
"""How long a photo waits for the record it was handed in for."""


@click.group(help=_("Photos that were handed in."))
def photos() -> None:
    """Group of the photo commands."""


@photos.command(
    "clear", help=_("Remove photos that were handed in and that no record ever showed.")
)
@click.option(
    "--days", type=click.IntRange(min=1), default=DAYS, show_default=True,
    help=_("Those of the last days stay: somebody may still be writing."),
)  # fmt: skip
def clear(days: int) -> None:
    """Whatever any record shows or once showed stays."""
    prepare_database()
    gone = clear_unused(before=now() - timedelta(days=days), by=system())
    click.echo(_("Photos removed: %(count)s") % {"count": gone})
