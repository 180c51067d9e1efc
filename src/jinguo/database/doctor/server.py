"""The database: reachable, new enough, migrated, its roles apart, its clock ours."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import Error, connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.database.backend.base import OLDEST_SERVER
from jinguo.database.datafolder import data_exists
from jinguo.database.doctor.finding import Finding, failed
from jinguo.database.home import home_path
from jinguo.database.pending import waiting_migrations
from jinguo.kernel.errors import JinguoError

DRIFT = 60.0


def server_checks() -> Iterator[Finding]:
    """Findings about the server; the first that cannot be made is the last."""
    try:
        if connection.settings_dict["EMBEDDED"] and not data_exists(home_path()):
            yield Finding(
                "server", True, _("There is no database yet; the first command makes it.")
            )
            return
        connection.ensure_connection()
        for check in (_version, _encoding, _migrations, _separation, _drift):
            yield check()
    except JinguoError as error:
        yield failed("server", error)
    except Error as error:
        yield Finding(
            "server",
            False,
            _("The database cannot be used: %(reason)s") % {"reason": " ".join(str(error).split())},
            _("Check that the server runs and that DATABASE_URL is right."),
        )


def _one(statement: str) -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row: tuple[str, ...] = cursor.fetchone()
        return row


def _version() -> Finding:
    number, version = _one(
        "SELECT current_setting('server_version_num'), current_setting('server_version')"
    )
    return Finding(
        "server",
        int(number) >= OLDEST_SERVER,
        _("The database answers: PostgreSQL %(version)s.") % {"version": version},
        _("Use PostgreSQL 15 or newer."),
    )


def _encoding() -> Finding:
    encoding, collation = _one(
        "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database"
        " WHERE datname = current_database()"
    )
    return Finding(
        "encoding",
        encoding == "UTF8",
        _("Text is kept as %(encoding)s, ordered by %(collation)s.")
        % {"encoding": encoding, "collation": collation},
        _("Create the database with ENCODING 'UTF8' and LC_COLLATE 'C' from template0."),
    )


def _migrations() -> Finding:
    count = len(waiting_migrations())
    if not count:
        return Finding("migrations", True, _("The tables are those of this version."))
    return Finding(
        "migrations",
        False,
        ngettext(
            "%(count)s change to the tables is waiting.",
            "%(count)s changes to the tables are waiting.",
            count,
        )
        % {"count": count},
        _("Make a backup with jinguo backup, then run jinguo migrate."),
    )


def _separation() -> Finding:
    roles = connection.settings_dict["ROLES"]
    mighty = _one(
        "SELECT bool_or(rolsuper OR rolbypassrls)::text FROM pg_roles WHERE rolname = current_user"
    ) == ("true",)
    return Finding(
        "roles",
        roles["owner"] != roles["app"] and not mighty,
        _("Pages and commands work as %(app)s, the tables belong to %(owner)s.") % roles,
        _(
            "One role can do everything, so the record of deeds is not protected. Create a second "
            "role without SUPERUSER and BYPASSRLS, name it in DATABASE_URL, and name the owner of "
            "the tables in DATABASE_OWNER_URL."
        ),
    )


def _drift() -> Finding:
    before = datetime.now(tz=UTC).timestamp()
    theirs = float(_one("SELECT extract(epoch FROM clock_timestamp())::text")[0])
    drift = abs(theirs - before)
    return Finding(
        "server_clock",
        drift < DRIFT,
        _("The clocks of this machine and of the database differ by %(seconds)s s.")
        % {"seconds": f"{drift:.0f}"},
        _("Set both clocks, best by NTP."),
    )
