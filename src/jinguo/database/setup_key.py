"""The key that lets the first account of an empty office be made, and nobody else's."""

import secrets

from jinguo.database.home import home
from jinguo.database.secret_files import kept_secret

FILE = "setup.key"


def setup_key() -> str:
    """The key in the home, made on first need; only the owner of the home can read it."""
    return kept_secret(FILE, 24)


def fits_setup_key(given: str) -> bool:
    """Whether this is the key, compared in constant time."""
    return secrets.compare_digest(given.encode(), setup_key().encode())


def drop_setup_key() -> None:
    """Forget the key: the first account exists."""
    (home() / FILE).unlink(missing_ok=True)
