"""Which migrations are waiting, told without importing a single one of them."""

import pkgutil
from collections.abc import Iterator
from importlib.util import find_spec

from django.apps import apps
from django.db import connection

from jinguo.database.errors import DatabaseNewer


def known_migrations() -> set[tuple[str, str]]:
    """(app, name) of every migration in the program."""
    return set(_in_program())


def _in_program() -> Iterator[tuple[str, str]]:
    for config in apps.get_app_configs():
        spec = find_spec(f"{config.name}.migrations")
        if spec is None or not spec.submodule_search_locations:
            continue
        for module in pkgutil.iter_modules(spec.submodule_search_locations):
            if not module.ispkg and module.name[0] not in "_~":
                yield config.label, module.name


def applied_migrations() -> set[tuple[str, str]]:
    """(app, name) of every migration the database records; none where it is empty."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.django_migrations')")
        if cursor.fetchone()[0] is None:
            return set()
        cursor.execute("SELECT app, name FROM public.django_migrations")
        return {(app, name) for app, name in cursor.fetchall()}


def pending_migrations() -> list[tuple[str, str]]:
    """The migrations that the program has and the database has not, sorted."""
    return sorted(known_migrations() - applied_migrations())


def waiting_migrations() -> list[tuple[str, str]]:
    """The same, asked before work. Raises DatabaseNewer where a newer program made the tables."""
    known, applied = known_migrations(), applied_migrations()
    if newer := applied - known:
        raise DatabaseNewer(count=len(newer))
    return sorted(known - applied)
