"""pg_dump, pg_restore and psql: the wheel's for our own server, else the newest at hand."""

import os
import shutil
from pathlib import Path
from typing import Any

from django.db import connection
from psycopg.conninfo import make_conninfo

from jinguo.database.binaries import binaries, version_of
from jinguo.database.errors import BinariesMissing, ToolFailed
from jinguo.database.roles import ADMIN, EMBEDDED


def tool(name: str) -> str:
    """The program to use. Raises BinariesMissing, or ToolFailed where there is none."""
    if connection.settings_dict["EMBEDDED"]:
        return binaries().program(name)
    found = []
    on_path = shutil.which(name)
    if on_path:
        found.append((version_of(Path(on_path)) or (0,), on_path))
    try:
        carried = binaries()
    except BinariesMissing:
        pass
    else:
        found.append((carried.version, carried.program(name)))
    if not found:
        raise ToolFailed(tool=name, tail="PATH")
    return max(found)[1]


def address(*, everything: bool) -> tuple[str, dict[str, str]]:
    """How a program connects: its connection string, and the environment with the password.

    As the owner; with ``everything`` as the embedded superuser, whose reading no
    row security narrows.
    """
    settings = connection.settings_dict
    if settings["EMBEDDED"]:
        from jinguo.database.cluster import ensure_running

        role = ADMIN if everything else EMBEDDED.owner
        parameters: dict[str, Any] = ensure_running().parameters(role)
    else:
        owner = settings["OWNER"]
        parameters = {
            "host": owner["HOST"] or None,
            "port": owner["PORT"] or None,
            "user": owner["USER"],
            "password": owner["PASSWORD"],
            **owner["OPTIONS"],
        }
    password = str(parameters.pop("password"))
    environment = {**os.environ, "PGPASSWORD": password, "LC_ALL": "C"}
    return make_conninfo("", dbname=settings["NAME"], **parameters), environment


def tail(text: bytes) -> str:
    """The last lines of what a program complained about."""
    return " / ".join(text.decode("utf-8", "replace").strip().splitlines()[-3:])
