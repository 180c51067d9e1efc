"""The folder that holds everything an office owns: the database, its log, its locks."""

import os
from pathlib import Path

from jinguo.database.errors import HomeUnusable


def home_path() -> Path:
    """Where the home is or would be, without making it.

    ``JINGUO_HOME``, else ``$XDG_DATA_HOME/jinguo``, else ``~/.local/share/jinguo``.
    """
    chosen = os.environ.get("JINGUO_HOME")
    if not chosen:
        data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
        chosen = os.path.join(data, "jinguo")
    return Path(os.path.realpath(os.path.expanduser(chosen)))


def home() -> Path:
    """The home, made with mode 0700 on first need; a folder that exists keeps its mode.

    Raises HomeUnusable where it cannot be made or written to.
    """
    folder = home_path()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnusable(path=str(folder), reason=error.strerror or str(error)) from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise HomeUnusable(path=str(folder), reason=os.strerror(13))
    return folder
