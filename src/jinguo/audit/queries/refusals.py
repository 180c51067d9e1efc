"""Whether somebody was refused the same thing a short while ago."""

from datetime import timedelta

from django.db.models.functions import Now

from jinguo.audit.models import Entry


def refused_lately(
    *,
    by_id: int,
    right: str,
    subject: str,
    subject_id: str,
    within: timedelta,
    what: str = "",
) -> bool:
    """Whether the record has this refusal already, not older than ``within``.

    ``what`` asks for the same address or command, too.
    """
    found = Entry.objects.filter(
        verb="access.refused", actor_id=by_id, subject=subject, subject_id=subject_id,
        at__gt=Now() - within, data__right=right,
    )  # fmt: skip
    return (found.filter(data__what=what) if what else found).exists()
