"""``jinguo doctor``, ``jinguo backup`` and ``jinguo restore``."""

import sys
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.clock import now


@click.command()
def doctor() -> None:
    """Say in plain words what is missing."""
    from jinguo.database.doctor import checks

    findings = checks()
    for finding in findings:
        click.echo(f"{'✓' if finding.ok else '✗'} {finding.name}: {finding.sentence}")
        if not finding.ok:
            click.echo(f"    → {finding.remedy}")
    sys.exit(0 if all(finding.ok for finding in findings) else 1)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Write everything to FILE, while the system may be in use."""
    from jinguo.database import dump

    prepare_database()
    dump.backup(file, at=now())
    click.echo(_("Backed up to %(file)s.") % {"file": file})


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Bring back what FILE holds, into an empty home."""
    from jinguo.database import dump

    dump.restore(file)
    click.echo(_("Restored from %(file)s.") % {"file": file})
