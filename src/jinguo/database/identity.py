"""As whom PostgreSQL runs, and how a program is started as that user.

Imported by the watcher, so it needs the standard library only.
"""

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinguo.database import launch

# Part of the name of a Unix socket; nothing listens on TCP.
PORT = 5432
Mode = Literal["self", "namespace", "drop"]


@dataclass(frozen=True, slots=True)
class Identity:
    """The way to become the server's user, and the uid and gid that own its files."""

    mode: Mode
    uid: int
    gid: int

    def command(self, folder: Path, death: signal.Signals, program: Sequence[str]) -> list[str]:
        """The command that runs ``program`` in ``folder``, signalled when this process dies."""
        return [
            sys.executable,
            "-I",
            "-S",
            launch.__file__,
            *(self.mode, str(self.uid), str(self.gid)),
            *(str(int(death)), str(os.getpid()), str(folder)),
            *program,
        ]

    def data_argument(self, data: Path) -> str:
        """How the program names its data folder, which is also its working folder.

        A dropped account cannot walk through root's 0700 home, but it may stand
        in a folder of its own below it and name that by where it stands.
        """
        return "/proc/self/cwd" if self.mode == "drop" else str(data)

    def own(self, folder: Path) -> None:
        """Hand a folder that we made, with all that is in it, to the server's user."""
        if self.mode != "drop":
            return
        for path in (folder, *folder.rglob("*")):
            os.chown(path, self.uid, self.gid, follow_symlinks=False)
