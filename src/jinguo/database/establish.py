"""The roles of the embedded server: made once, brought up to date by a newer product."""

from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from jinguo.database.roles import EMBEDDED

MARKER = "roles.version"
VERSION = "1"


def established(home: Path) -> bool:
    """Whether the roles of this version are in place."""
    try:
        return (home / MARKER).read_text(encoding="ascii") == VERSION
    except FileNotFoundError:
        return False


def establish(home: Path, admin: dict[str, Any], passwords: dict[str, str]) -> None:
    """Make the roles, none of them a superuser. Call under the startup lock.

    ``admin`` is what a connection as the superuser needs.
    """
    with psycopg.connect(**admin, dbname="postgres", autocommit=True) as connection:
        for role in (EMBEDDED.owner, EMBEDDED.app, EMBEDDED.auditor):
            _make_role(connection, role, passwords[role])
    (home / MARKER).write_text(VERSION, encoding="ascii")


def _make_role(connection: psycopg.Connection, role: str, password: str) -> None:
    name = sql.Identifier(role)
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    if known is None:
        connection.execute(sql.SQL("CREATE ROLE {}").format(name))
    # Hashed here, so that the password itself never stands in a log of statements.
    verifier = connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    ).decode()
    connection.execute(
        sql.SQL(
            "ALTER ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
            " NOREPLICATION PASSWORD {}"
        ).format(name, sql.Literal(verifier))
    )
