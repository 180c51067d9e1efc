"""What Django is told about the database. Asking for it starts nothing and makes nothing."""

from collections.abc import Mapping
from typing import Any, Protocol

import psycopg
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from jinguo.database.errors import DatabaseUrlUnusable
from jinguo.database.roles import EMBEDDED

ENGINE = "jinguo.database.backend"
DEFAULT_NAME = "jinguo"
AUDITOR_VARIABLE = "DATABASE_AUDITOR_ROLE"


_NO_SCHEME = _("it does not begin with postgresql://")
_NO_USER = _("it names no user")
_NO_PORT = _("its port is not a number from 1 to 65535")
_MISWRITTEN = _(
    "it cannot be taken apart; in user and password, @ is written as %40, : as %3A, / as %2F"
)


class Environment(Protocol):
    """An ``environ.Env``, which keeps the variables in ``ENVIRON``."""

    ENVIRON: Mapping[str, str]


def databases(env: Mapping[str, str] | Environment) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: the embedded server, or the one that ``DATABASE_URL`` names.

    ``DATABASE_OWNER_URL`` names the role that migrates (default: the same), and
    ``JINGUO_DATABASE`` another database on that server. Raises DatabaseUrlUnusable.
    """
    variables = env if isinstance(env, Mapping) else env.ENVIRON
    if variables.get("DATABASE_URL"):
        own = _from_urls(variables)
    else:
        own = {
            "EMBEDDED": True,
            "NAME": variables.get("JINGUO_DATABASE") or DEFAULT_NAME,
            "USER": EMBEDDED.app,
            "OWNER": {"USER": EMBEDDED.owner},
            "ROLES": {
                "owner": EMBEDDED.owner,
                "app": EMBEDDED.app,
                "auditor": EMBEDDED.auditor,
            },
        }
    # Kept between requests, and looked at before use: PostgreSQL may have been restarted.
    own |= {"ENGINE": ENGINE, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return {"default": own}


def _from_urls(variables: Mapping[str, str]) -> dict[str, Any]:
    app = _parsed("DATABASE_URL", variables["DATABASE_URL"])
    owner = app
    if variables.get("DATABASE_OWNER_URL"):
        owner = _parsed("DATABASE_OWNER_URL", variables["DATABASE_OWNER_URL"])
    if variables.get("JINGUO_DATABASE"):
        app = app | {"NAME": variables["JINGUO_DATABASE"]}
    return {
        **app,
        "EMBEDDED": False,
        "OWNER": owner | {"NAME": app["NAME"]},
        "MAINTENANCE": owner["NAME"],
        "ROLES": {
            "owner": owner["USER"],
            "app": app["USER"],
            "auditor": variables.get(AUDITOR_VARIABLE, ""),
        },
    }


def _parsed(variable: str, url: str) -> dict[str, Any]:
    """The parts of an address. A refusal quotes none of it: it holds a password."""
    if not url.startswith(("postgresql://", "postgres://")):
        raise DatabaseUrlUnusable(variable=variable, reason=_NO_SCHEME)
    try:
        parts = dict(conninfo_to_dict(url))
    except (psycopg.ProgrammingError, UnicodeError):
        raise DatabaseUrlUnusable(variable=variable, reason=_MISWRITTEN) from None
    user, ports = parts.pop("user", ""), str(parts.pop("port", ""))
    if not user:
        raise DatabaseUrlUnusable(variable=variable, reason=_NO_USER)
    if not all(one.isdecimal() and 0 < int(one) < 65536 for one in ports.split(",") if one):
        raise DatabaseUrlUnusable(variable=variable, reason=_NO_PORT)
    if "@" in str(parts.get("host", "")):
        raise DatabaseUrlUnusable(variable=variable, reason=_MISWRITTEN)
    return {
        "USER": user,
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": ports,
        "NAME": parts.pop("dbname", "") or user,
        "OPTIONS": parts,
    }
