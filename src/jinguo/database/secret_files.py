"""Secrets in the home: made on first need, whole or not at all, one for all who ask at once."""

import os
import secrets
from pathlib import Path

from jinguo.database import locks
from jinguo.database.errors import HomeUnusable, LockTimeout
from jinguo.database.home import home

LOCK = "secrets.lock"
SECONDS = 20.0


def kept_secret(name: str, size: int) -> str:
    """The secret in this file of the home, readable by its owner only; ``size`` in bytes.

    An empty file, as a full disk or a power cut leaves it, counts as none.
    Raises HomeUnusable or LockTimeout.
    """
    path = home() / name
    try:
        return _read(path) or _made(path, size)
    except OSError as error:
        raise HomeUnusable(path=str(path), reason=error.strerror or str(error)) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def _made(path: Path, size: int) -> str:
    lock = path.with_name(LOCK)
    with locks.exclusive(lock, SECONDS) as held:
        if not held:
            raise LockTimeout(path=str(lock))
        if there := _read(path):
            return there
        made = secrets.token_urlsafe(size)
        fresh = path.with_name(f"{path.name}.new")
        fresh.unlink(missing_ok=True)
        try:
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(made)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
        return made
