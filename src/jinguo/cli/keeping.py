"""``jinguo doctor``, ``jinguo backup`` and ``jinguo restore``."""

import sys
from itertools import chain
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.cli.serve import DEFAULT_HOST, PORT
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.clock import now
from jinguo.sealing.queries import check_keys


@click.command(help=_("Say in plain words what is missing."))
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", type=PORT, help=_("Look whether the pages can be served on this port."))
def doctor(host: str, port: int | None) -> None:
    """Exit code 1 where something is; each finding is printed as soon as it is made."""
    from jinguo.database.doctor import checks
    from jinguo.sealing.doctor import key_checks

    well = True
    for finding in chain(checks(host, port), key_checks()):
        well = well and finding.ok
        click.echo(f"{'✓' if finding.ok else '✗'} {finding.name}: {finding.sentence}")
        if not finding.ok:
            click.echo(f"    → {finding.remedy}")
    sys.exit(0 if well else 1)


@click.command(help=_("Bring the tables to this version; every other command does so too."))
def migrate() -> None:
    """Changes nothing where nothing is waiting."""
    prepare_database()
    click.echo(_("The tables are those of this version."))


@click.command(help=_("Write everything to FILE, while the system may be in use."))
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """One file with all data and a manifest."""
    from jinguo.database import dump

    dump.backup(file, at=now())
    click.echo(_("Backed up to %(file)s.") % {"file": file})
    click.echo(
        _(
            "Telephone numbers in it are sealed. Keep the key too, in another place: jinguo keys "
            "export FILE"
        )
    )


@click.command(help=_("Bring back what FILE holds, into an empty home."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Refused where there is anything to overwrite."""
    from jinguo.database import dump

    dump.restore(file)
    click.echo(_("Restored from %(file)s.") % {"file": file})
    check_keys()  # what the data needs is said now, not tomorrow
