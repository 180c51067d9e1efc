"""Roles given, taken, and following their places."""

from collections.abc import Mapping

from django.db import transaction

from jinguo.access.actions import keepers
from jinguo.access.errors import OwnKeys, OwnRole
from jinguo.access.models import Assignment
from jinguo.access.rules import CAPABILITIES
from jinguo.audit.actions import record
from jinguo.divisions.queries import Place, latest
from jinguo.kernel.actor import ACCOUNTS, Actor


@transaction.atomic
def assign(*, account_id: int, role: str, place: Place, by: Actor) -> Assignment:
    """Give an account a role on a place and all below it; giving it twice changes nothing.

    Raises ``OwnRole``.
    """
    if account_id == by.id:
        code = latest(place.division_id).code
        raise OwnRole().asked(by, ACCOUNTS, "account", account_id, code)
    assignment, created = Assignment.objects.get_or_create(
        account_id=account_id, role=role, division_id=place.division_id
    )
    if created:
        record(
            by=by,
            verb="role.assigned",
            subject="account",
            subject_id=account_id,
            unit_code=latest(place.division_id).code,
            before={"role": None},
            after={"role": role},
        )
    return assignment


@transaction.atomic
def revoke(*, account_id: int, role: str, place: Place, by: Actor) -> bool:
    """Take a role on a place from an account; False where she did not hold it.

    Raises ``OwnKeys`` where she would take her own right to keep accounts, and ``LastKeeper``
    where nobody would be left who keeps them.
    """
    keepers.alone()
    held = Assignment.objects.filter(
        account_id=account_id, role=role, division_id=place.division_id
    )
    if not held.delete()[0]:
        return False
    record(
        by=by,
        verb="role.taken",
        subject="account",
        subject_id=account_id,
        unit_code=latest(place.division_id).code,
        before={"role": role},
        after={"role": None},
    )
    if ACCOUNTS in CAPABILITIES[role]:
        if account_id == by.id and not keepers.keeps(account_id):
            raise OwnKeys
        keepers.somebody_keeps(place)
    return True


@transaction.atomic
def follow(*, places: Mapping[int, int]) -> None:
    """Roles on divisions become roles on those that their places turned out to be."""
    moved = list(Assignment.objects.select_for_update().filter(division_id__in=places))
    for one in moved:
        one.division_id = places[one.division_id]
    Assignment.objects.filter(pk__in=[one.pk for one in moved]).delete()
    Assignment.objects.bulk_create(moved, ignore_conflicts=True)  # who has it already keeps it
