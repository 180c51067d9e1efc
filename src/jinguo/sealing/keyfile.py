"""Where the key of the office is: ``JINGUO_CONTACT_KEY``, else a 0600 file in the home.

Several keys stand side by side while one takes the place of another: ``2:… 1:…``.
"""

import os
import secrets
from base64 import b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinguo.database.errors import HomeUnusable
from jinguo.database.home import home, home_path
from jinguo.database.secret_files import kept_secret
from jinguo.sealing.errors import KeyUnreadable

VARIABLE = "JINGUO_CONTACT_KEY"
FILE = "contact.key"
SIZE = 32
"""Bytes of a key."""

Keys = Mapping[int, bytes]
"""Number → key."""


def from_outside() -> bool:
    """Whether the keys are given by the environment, so that no file of ours holds them."""
    return bool(os.environ.get(VARIABLE))


def where() -> str:
    """The variable or file that holds the key."""
    return VARIABLE if from_outside() else str(home_path() / FILE)


def signature() -> tuple[object, ...]:
    """Changes whenever the keys change; cheap enough to ask each time."""
    if given := os.environ.get(VARIABLE):
        return (given,)
    path = _path(os.environ.get("JINGUO_HOME"), os.environ.get("XDG_DATA_HOME"), FILE)
    try:
        found = os.stat(path)
    except OSError:
        return (path,)
    return (path, found.st_mtime_ns, found.st_size, found.st_ino)


@lru_cache(maxsize=8)
def _path(_home: str | None, _data: str | None, name: str) -> str:
    """Where the file is, found out once for each home: each number that is opened asks."""
    return str(home_path() / name)


def open_to_others() -> Path | None:
    """The key file, where others than its owner may read or write it."""
    path = home_path() / FILE
    if from_outside() or not path.exists() or not path.stat().st_mode & 0o077:
        return None
    return path


def read_keys() -> Keys:
    """The keys at hand, none where there is none. Raises ``KeyUnreadable``, ``HomeUnusable``."""
    if given := os.environ.get(VARIABLE):
        return keys_in(given, VARIABLE)
    path = home_path() / FILE
    try:
        return keys_in(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise KeyUnreadable(where=str(path)) from error
    except OSError as error:
        raise HomeUnusable(path=str(path), reason=error.strerror or str(error)) from error


def keys_in(text: str, place: str) -> Keys:
    """The keys a text holds; one without a number is number 1. Raises ``KeyUnreadable``."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    found: dict[int, bytes] = {}
    for word in " ".join(lines).replace(",", " ").split():
        number, _colon, letters = word.rpartition(":")
        secret = _decoded(letters)
        if secret is None or not (number or "1").isdecimal() or int(number or 1) in found:
            raise KeyUnreadable(where=place)
        found[int(number or 1)] = secret
    return found


def _decoded(letters: str) -> bytes | None:
    try:
        secret = b64decode(letters.rstrip("=") + "=", b"-_", validate=True)
    except NotBase64:
        return None
    return secret if len(secret) == SIZE else None


def written(keys: Keys) -> str:
    """The keys as they stand in the file, the newest first."""
    lines = [
        f"{number}:{urlsafe_b64encode(keys[number]).decode().rstrip('=')}\n"
        for number in sorted(keys, reverse=True)
    ]
    return "".join(lines)


def keys_made_once() -> Keys:
    """The keys at hand; the first ever made where there is none yet."""
    found = read_keys()
    if not found:
        kept_secret(FILE, SIZE)
        found = read_keys()
    return found


def new_key() -> bytes:
    """A key nobody else has."""
    return secrets.token_bytes(SIZE)


def set_aside() -> Path | None:
    """Give a key file that is there another name, so that no key is ever lost; returns it."""
    path = home() / FILE
    number = 1
    while (aside := path.with_name(f"{FILE}.before.{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except FileNotFoundError:
        return None
    return aside


def keep(keys: Keys) -> Path:
    """Write these keys to the file, whole or not at all, readable by its owner only."""
    path = home() / FILE
    fresh = path.with_name(f"{FILE}.new")
    try:
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(written(keys))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise HomeUnusable(path=str(path), reason=error.strerror or str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return path
