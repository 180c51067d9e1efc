"""Somebody must always be able to keep the accounts of a place."""

from django.db import connection

from jinguo.access.errors import LastKeeper
from jinguo.access.models import Assignment
from jinguo.access.queries import holders
from jinguo.access.rules import CAPABILITIES
from jinguo.divisions.queries import Place, latest, latest_of
from jinguo.kernel.actor import ACCOUNTS

KEEPING = [role for role, granted in CAPABILITIES.items() if ACCOUNTS in granted]
"""Roles that keep accounts."""

# Only roles that were given count here, never a post, though a county's chair keeps accounts by
# hers. A post ends by itself: an election, a resignation, an import or its undoing takes it, and
# none of these may wait for somebody's account. So one account to which the right was given by
# name always stays, whoever sits in the chair.


def alone() -> None:
    """One at a time: two who take each other's right at once would leave nobody."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('keepers of accounts'))")


def keeps(account_id: int) -> bool:
    """Whether an account keeps accounts anywhere."""
    return Assignment.objects.filter(account_id=account_id, role__in=KEEPING).exists()


def somebody_keeps(place: Place) -> None:
    """Raises ``LastKeeper`` where no account that can sign in keeps the accounts of a place."""
    newest = latest(place.division_id)
    held = holders(KEEPING)
    places = latest_of(held)
    if not any(newest.code.startswith(places[one].prefix) for one in held):
        raise LastKeeper(unit=newest.short)


def others_keep(account_id: int) -> None:
    """Raises ``LastKeeper`` where an account that can no longer sign in was a place's last."""
    alone()
    kept = Assignment.objects.filter(account_id=account_id, role__in=KEEPING)
    for division_id in kept.values_list("division_id", flat=True).distinct():
        somebody_keeps(latest(division_id))
