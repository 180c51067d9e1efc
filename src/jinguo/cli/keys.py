"""``jinguo keys``: the key that seals telephone numbers."""

import os
from contextlib import suppress
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.actor import system
from jinguo.sealing.actions import bring_keys, rotate
from jinguo.sealing.errors import KeyMissing, KeyWrong
from jinguo.sealing.keyfile import keys_in, new_key, read_keys, where, written
from jinguo.sealing.queries import KeyLine, key_lines


@click.group(help=_("The key that seals telephone numbers."))
def keys() -> None:
    """Commands about the key; none of them prints it on the screen."""


@keys.command(help=_("Say which key the database needs and which is here, by fingerprint."))
def show() -> None:
    """Exit code 1 where a key that is needed is not here."""
    with suppress(KeyMissing, KeyWrong):
        prepare_database()
    lines = key_lines()
    for one in lines:
        click.echo(_("key %(key)s: %(state)s") % {"key": one, "state": _state(one)})
    click.echo(_("kept in %(where)s") % {"where": where()})
    if any(one.needed and not one.here for one in lines):
        raise SystemExit(1)


def _state(one: KeyLine) -> str:
    if one.needed and one.here:
        return _("in use")
    return _("needed and not here") if one.needed else _("here, opens nothing of this database")


@keys.command(help=_("Write the key to FILE, to be kept apart from the backups."))
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """Only the owner of the file may read it; nothing is written over."""
    prepare_database()
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(written(read_keys()))
    click.echo(
        _("The key stands in %(file)s. Whoever has it and a backup can read every number.")
        % {"file": file}
    )


@keys.command("import", help=_("Take in the key that FILE holds, after a restore."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Refused where it does not open this database."""
    with suppress(KeyMissing, KeyWrong):
        prepare_database()
    kept = bring_keys(keys=keys_in(file.read_text(encoding="utf-8"), str(file)), by=system())
    click.echo(_("The key opens this database and is kept in %(file)s.") % {"file": kept})


@keys.command(help=_("Print a new key, for whoever gives keys by JINGUO_CONTACT_KEY."))
@click.option("--number", type=click.IntRange(1), required=True, help=_("Its number."))
def new(number: int) -> None:
    """Nothing is kept: whoever asks keeps it."""
    click.echo(written({number: new_key()}), nl=False)


@keys.command("rotate", help=_("Seal everything by a new key; can break off and be run again."))
def rotate_() -> None:
    """Others may go on working meanwhile."""
    prepare_database()
    counted: dict[str, int] = {}

    def told(table: str, rows: int) -> None:
        counted[table] = counted.get(table, 0) + rows
        click.echo(f"  {table}: {counted[table]}")

    done = rotate(by=system(), told=told)
    words = {"key": f"{done.number} ({done.fingerprint})", "n": done.records}
    click.echo(_("%(n)s records are sealed by key %(key)s now.") % words)
    click.echo(
        _(
            "Backups made before need the old key: keep it with them. For those from now on: "
            "jinguo keys export FILE"
        )
    )
