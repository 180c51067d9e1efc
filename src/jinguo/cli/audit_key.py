"""``jinguo audit key``: the key that signs the record, kept and taken to another machine."""

import os
from contextlib import suppress
from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _

from jinguo.audit.actions import bring_key
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.actor import system
from jinguo.sealing.errors import KeyMissing, KeyWrong


@click.group("key", help=_("The key that signs the record."))
def key() -> None:
    """Commands about the key; none of them prints it on the screen."""


@key.command(help=_("Write the key to FILE, to be kept apart from the backups."))
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """Only the owner of the file may read it; nothing is written over."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(f"{settings.AUDIT_KEY}\n")
    told = _("The key of the record stands in %(file)s. Whoever has it can write any record.")
    click.echo(told % {"file": file})


@key.command("import", help=_("Take in the key that FILE holds, after a restore."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Refused where the record was not signed with it."""
    with suppress(KeyMissing, KeyWrong):  # that key may come afterwards
        prepare_database()
    kept = bring_key(text=file.read_text(encoding="utf-8", errors="replace"), by=system())
    click.echo(_("The key fits the record and is kept in %(file)s.") % {"file": kept})
