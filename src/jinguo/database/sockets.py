"""The folder of the server's socket: ours alone, and short enough for the kernel."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from jinguo.database.errors import SocketFolderForeign
from jinguo.database.identity import PORT, Identity

# sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included.
LONGEST = 103 - len(f"/.s.PGSQL.{PORT}")
RECORD = "socket.path"


def _private(folder: Path, uid: int) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == uid and not found.st_mode & 0o077


def _base(identity: Identity) -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if identity.mode != "drop" and runtime and _private(Path(runtime), os.geteuid()):
        return Path(runtime)
    return Path(tempfile.gettempdir())


def make_socket_folder(home: Path, identity: Identity) -> Path:
    """The folder for this home's socket, made 0700 or verified to be ours and 0700.

    Its path is recorded in the home, so that whoever joins later finds it
    whatever her environment says. Raises SocketFolderForeign.
    """
    digest = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    name = f"jinguo-{identity.uid}-{digest}"
    folder = _base(identity) / name
    if len(os.fsencode(folder)) > LONGEST:
        folder = Path("/tmp") / name  # noqa: S108 - verified below to be ours alone
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        identity.own(folder)
    if not _private(folder, identity.uid):
        raise SocketFolderForeign(path=str(folder))
    record = home / RECORD
    fresh = record.with_suffix(".new")
    fresh.write_text(str(folder), encoding="utf-8")
    fresh.replace(record)
    return folder


def recorded_socket_folder(home: Path) -> Path | None:
    """Where the running server listens, as its starter recorded it."""
    try:
        return Path((home / RECORD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
