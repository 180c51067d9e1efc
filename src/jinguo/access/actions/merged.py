"""Whom an invitation is meant for, where two records are one woman, or one is two.

The batch that merged them is the record of it; the audit entry is written there.
"""

from django.db import transaction

from jinguo.access.errors import TwoInvitations
from jinguo.access.models import Invitation
from jinguo.roster.actions.following import followed, note_followed


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """Hers are those of the record that stays. Raises ``TwoInvitations`` where both are open."""
    named = Invitation.objects.select_for_update().filter(person_id__in=[kept_id, gone_id])
    unused = named.filter(withdrawn_at=None, used_at=None)
    if unused.count() > 1:
        raise TwoInvitations(name=unused[0].display_name)
    moving = named.filter(person_id=gone_id)
    numbers = [one.pk for one in moving]
    note_followed(batch_id, "invitation", numbers, kept_id=kept_id, gone_id=gone_id)
    moving.update(person_id=kept_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """The invitations that followed go back."""
    moved = followed(batch_id, "invitation")
    Invitation.objects.filter(pk__in=moved, person_id=kept_id).update(person_id=gone_id)
