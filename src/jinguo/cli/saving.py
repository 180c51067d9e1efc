"""Writing a file that somebody asked for: whole or not at all, never over another unasked."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class FileThere(JinguoError):
    """A file of this name exists already. Data: ``path``."""

    code = "file_there"
    message = _("%(path)s exists already; nothing was written.")
    remedy = _("Give another name, or --force to write over it.")


class NoFolder(JinguoError):
    """The folder of the file does not exist, or its name is a folder. Data: ``path``."""

    code = "no_folder"
    message = _("%(path)s is no place for a file.")
    remedy = _("Give the name of a file in a folder that exists.")


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file in one step, readable by its owner only; a broken run leaves nothing.

    Raises ``FileThere`` unless ``force``, and ``NoFolder``.
    """
    check(path, force=force)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if force:
            os.replace(unfinished, path)
        else:
            _place(unfinished, path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def check(path: Path, *, force: bool) -> None:
    """Whether a file can be written there, before the work for it is begun."""
    if not path.parent.is_dir() or path.is_dir():
        raise NoFolder(path=path)
    if path.exists() and not force:
        raise FileThere(path=path)


def _place(unfinished: str, path: Path) -> None:
    """Give the file its name, unless another has come by that name meanwhile."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise FileThere(path=path) from error
    except OSError:  # a file system without links
        os.replace(unfinished, path)


@contextmanager
def unfinished(path: Path) -> Iterator[tuple[IO[bytes], Callable[[], None]]]:
    """A file that is being written, and what gives it its name once it is complete.

    Without that call nothing is left. Raises ``FileThere`` and ``NoFolder``.
    """
    check(path, force=False)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file, lambda: _place(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
