"""Random passwords of the embedded server's roles, in a file only its owner reads."""

import json
import os
import secrets
from pathlib import Path

from jinguo.database.errors import PasswordsMissing
from jinguo.database.roles import ADMIN, EMBEDDED

FILE = "postgres.passwords"


def read_passwords(home: Path) -> dict[str, str]:
    """Role → password. Raises PasswordsMissing."""
    path = home / FILE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PasswordsMissing(path=str(path)) from error
    return {str(role): str(password) for role, password in found.items()}


def make_passwords(home: Path) -> dict[str, str]:
    """New passwords for every role, written with mode 0600 before the server is made."""
    made = {
        role: secrets.token_urlsafe(24)
        for role in (ADMIN, EMBEDDED.owner, EMBEDDED.app, EMBEDDED.auditor)
    }
    path = home / FILE
    fresh = path.with_name(f"{FILE}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(made, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return made
