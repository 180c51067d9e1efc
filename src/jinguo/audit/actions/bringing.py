"""Taking in the key of the record, where an office moves to another machine."""

import os
from pathlib import Path

from django.conf import settings
from django.db import transaction

from jinguo.audit.actions.recording import record
from jinguo.audit.errors import KeyFromElsewhere, KeyOfAnother, NoKey
from jinguo.audit.queries.fitting import fits_the_record
from jinguo.database.errors import HomeUnusable
from jinguo.database.home import home
from jinguo.kernel.actor import Actor

FILE, VARIABLE = "audit.key", "JINGUO_AUDIT_KEY"
LEAST = 16
"""Characters of a key."""


@transaction.atomic
def bring_key(*, text: str, by: Actor) -> Path:
    """Keep this key in the home, if it fits the record; returns the file.

    A file with another key is set aside, not written over. Raises ``NoKey``, ``KeyOfAnother``,
    and ``KeyFromElsewhere`` where the environment gives the key.
    """
    if os.environ.get(VARIABLE):
        raise KeyFromElsewhere(where=VARIABLE)
    key = text.strip()
    if len(key) < LEAST or len(key.split()) != 1:
        raise NoKey
    if not fits_the_record(key):
        raise KeyOfAnother
    kept = _keep(key)
    settings.AUDIT_KEY = key  # this process may have read another one already
    record(by=by, verb="key.record_brought", subject="key", subject_id="audit")
    return kept


def _keep(key: str) -> Path:
    path = home() / FILE
    fresh = path.with_name(f"{FILE}.brought")
    try:
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        if path.exists() and path.read_text(encoding="utf-8").strip() != key:
            path.rename(_aside(path))
        fresh.replace(path)
    except OSError as error:
        raise HomeUnusable(path=str(path), reason=error.strerror or str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return path


def _aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.before.{number}")).exists():
        number += 1
    return aside
