"""The key that lets the first account of an empty office be made, and nobody else's."""

import os
import secrets

from jinguo.database.home import home

FILE = "setup.key"


def setup_key() -> str:
    """The key in the home, made on first need; only the owner of the home can read it."""
    path = home() / FILE
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(24))
    return path.read_text()


def fits_setup_key(given: str) -> bool:
    """Whether this is the key, compared in constant time."""
    return secrets.compare_digest(given.encode(), setup_key().encode())


def drop_setup_key() -> None:
    """Forget the key: the first account exists."""
    (home() / FILE).unlink(missing_ok=True)
