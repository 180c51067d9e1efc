"""First use and every use after: the database exists, its tables are those of this program."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from jinguo.database.events import DatabasePrepared
from jinguo.database.owner import as_owner
from jinguo.database.pending import pending_migrations, waiting_migrations
from jinguo.database.roles import ADMIN, Roles, future_grants, roles_of
from jinguo.database.untouched import (
    in_the_making,
    is_untouched,
    mark_in_the_making,
    mark_untouched,
)
from jinguo.kernel.events import announce

MIGRATION_LOCK = 0x6A696E67756F  # "jinguo"


def prepare_database() -> None:
    """Bring the database to the state this program needs; quick when it is there already.

    Embedded: starts the server, makes roles and database on first use. Then,
    on any server, runs pending migrations as the owner, one process at a time.
    Called by commands, never by settings. Raises DatabaseNewer, and what those who
    listen to ``DatabasePrepared`` have against beginning.
    """
    ensure_database()
    if waiting_migrations() or in_the_making():
        migrate()
    announce(DatabasePrepared())


def ensure_database() -> None:
    """Embedded: the server runs, its roles and the database exist, whatever is in it.

    On a server of its own an office makes the database itself.
    """
    settings = connection.settings_dict
    if settings["EMBEDDED"] and not _exists(settings["NAME"]):
        with _one_at_a_time():
            if not _exists(settings["NAME"]):
                create_database(settings["NAME"])


def migrate() -> None:
    """Run pending migrations as the owner, under a lock that all first users share."""
    with changing_tables():
        with connection.cursor() as cursor:
            for statement in future_grants(roles_of(connection)):
                cursor.execute(statement)
        if not pending_migrations() and not in_the_making():
            return
        untouched = is_untouched()
        if untouched:
            mark_in_the_making()
        call_command("migrate", database="default", interactive=False, verbosity=0)
        if untouched:
            mark_untouched()


@contextmanager
def changing_tables() -> Iterator[None]:
    """As the owner, while nobody else migrates or restores this database."""
    with as_owner():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        yield


def create_database(name: str, template: str | None = None) -> None:
    """A database owned by the owner role, with the rights of the app role on what will come.

    UTF-8 with C collation. From a template it is a copy, with the template's
    rights. Raises psycopg.errors.DuplicateDatabase where it exists.
    """
    roles = roles_of(connection)
    with _maintenance() as session:
        _create(session, name, template, roles)
    with _maintenance(name) as session:
        if connection.settings_dict["EMBEDDED"]:
            owner = sql.Identifier(roles.owner)
            session.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(owner))
        for statement in future_grants(roles):
            session.execute(statement.encode())


def _create(
    session: psycopg.Connection[Any], name: str, template: str | None, roles: Roles
) -> None:
    session.execute(
        sql.SQL(
            "CREATE DATABASE {} OWNER {} TEMPLATE {} ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
        ).format(
            sql.Identifier(name),
            sql.Identifier(roles.owner),
            sql.Identifier(template or "template0"),
        )
    )
    session.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
    for role in {roles.app, roles.auditor, roles.owner} - {""}:
        session.execute(
            sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(
                sql.Identifier(name), sql.Identifier(role)
            )
        )


def drop_database(name: str) -> None:
    """Remove a database and whoever is connected to it; no error where there is none."""
    connection.close()
    with _maintenance() as session:
        session.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


def _exists(name: str) -> bool:
    with _maintenance() as session:
        found = session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with _maintenance() as session:
        session.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        yield


def _maintenance(name: str | None = None) -> psycopg.Connection[Any]:
    """A session of whoever may create databases: the embedded superuser, or the given owner."""
    settings = connection.settings_dict
    if settings["EMBEDDED"]:
        from jinguo.database.cluster import ensure_running

        parameters: dict[str, Any] = ensure_running().parameters(ADMIN)
        return psycopg.connect(**parameters, dbname=name or "postgres", autocommit=True)
    owner = settings["OWNER"]
    tried: psycopg.OperationalError | None = None
    for database in [name] if name else [settings["MAINTENANCE"], "postgres", "template1"]:
        try:
            return psycopg.connect(
                host=owner["HOST"] or None,
                port=owner["PORT"] or None,
                user=owner["USER"],
                password=owner["PASSWORD"] or None,
                dbname=database,
                autocommit=True,
                **owner["OPTIONS"],
            )
        except psycopg.OperationalError as error:
            tried = error
    raise tried or psycopg.OperationalError
