"""Giving and taking roles."""

from django.db import transaction

from jinguo.access.models import Assignment
from jinguo.audit.actions import record
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import Actor


@transaction.atomic
def assign(*, account_id: int, role: str, place: Place, by: Actor) -> Assignment:
    """Give an account a role on a place and all below it; giving it twice changes nothing."""
    assignment, created = Assignment.objects.get_or_create(
        account_id=account_id, role=role, division_id=place.division_id
    )
    if created:
        record(
            by=by,
            verb="role.assigned",
            subject="account",
            subject_id=account_id,
            unit_code=place.code,
            role=role,
        )
    return assignment
