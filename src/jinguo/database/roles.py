"""The roles of the database: who owns the tables, who works with them, who only reads.

A superuser passes through row security and append-only as if they were not
there, so nothing but the bootstrap connects as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from psycopg import sql

ADMIN = "jinguo_admin"
APPEND_ONLY = "append-only"


@dataclass(frozen=True, slots=True)
class Roles:
    """Names of the three roles; ``auditor`` may be empty on a server that has none."""

    owner: str
    app: str
    auditor: str

    @property
    def separate(self) -> bool:
        """Whether the role that works is not the one that owns."""
        return self.owner != self.app


EMBEDDED = Roles(owner="jinguo_owner", app="jinguo_app", auditor="jinguo_auditor")

# Rights on what the owner will make: given once per database, before its tables exist.
_FUTURE: tuple[LiteralString, ...] = (
    "GRANT USAGE ON SCHEMA public TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} "
    "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE, SELECT ON SEQUENCES TO {app}",
)
_FUTURE_READ: tuple[LiteralString, ...] = (
    "GRANT USAGE ON SCHEMA public TO {auditor}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT SELECT ON TABLES TO {auditor}",
)
# The same rights on tables that are already there, as after a restore.
_PRESENT: tuple[LiteralString, ...] = (
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app}",
)
_PRESENT_READ: tuple[LiteralString, ...] = (
    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {auditor}",
)


# Takes back what the rights above gave too much on tables marked by restrict_to_append.
_RESTRICT: LiteralString = """
DO $$ DECLARE found regclass; BEGIN
  FOR found IN SELECT oid FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
      AND obj_description(oid, 'pg_class') = {mark}
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', found, {app_text});
  END LOOP;
END $$"""


def _filled(statements: Sequence[LiteralString], roles: Roles) -> list[str]:
    names = {
        "owner": sql.Identifier(roles.owner),
        "app": sql.Identifier(roles.app),
        "auditor": sql.Identifier(roles.auditor),
        "app_text": sql.Literal(roles.app),
        "mark": sql.Literal(APPEND_ONLY),
    }
    return [sql.SQL(statement).format(**names).as_string() for statement in statements]


def future_grants(roles: Roles) -> list[str]:
    """Statements for rights on every table the owner makes from now on."""
    statements = _FUTURE if roles.separate else ()
    return _filled((*statements, *(_FUTURE_READ if roles.auditor else ())), roles)


def present_grants(roles: Roles) -> list[str]:
    """Statements for rights on every table that is there; append-only ones are kept so."""
    statements = (*_PRESENT, _RESTRICT) if roles.separate else ()
    return _filled((*statements, *(_PRESENT_READ if roles.auditor else ())), roles)


def roles_of(connection: BaseDatabaseWrapper) -> Roles:
    """The roles of a Django connection, whichever of them it uses at the moment."""
    named = connection.settings_dict["ROLES"]
    return Roles(owner=named["owner"], app=named["app"], auditor=named["auditor"])


def app_role(connection: BaseDatabaseWrapper) -> str:
    """The name of the role as which pages, commands and tests work."""
    return roles_of(connection).app


def restrict_to_append(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """For migrations: the app role may only read and add rows of this table.

    The table is marked with a comment, so that the restriction can be given
    again after a restore. Where the app role owns the tables itself, the mark
    is all that can be done.
    """
    roles = roles_of(schema_editor.connection)
    statements = [sql.SQL("COMMENT ON TABLE {table} IS {mark}")]
    if roles.separate:
        statements.append(sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {app}"))
    for statement in statements:
        filled = statement.format(
            table=sql.Identifier(table),
            mark=sql.Literal(APPEND_ONLY),
            app=sql.Identifier(roles.app),
        )
        schema_editor.execute(filled.as_string(), None)
