"""Whose candidacy it is, where two records turn out to be one woman, or one to be two.

The batch that merged them is the record of it; the audit entry is written there.
"""

from django.db import transaction

from jinguo.elections.errors.refusals import BothStand
from jinguo.elections.models import Candidate
from jinguo.roster.actions.following import followed, note_followed


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """Whoever stood stands under the other record. Raises ``BothStand`` where both did at once."""
    moving = list(Candidate.objects.select_for_update().filter(person_id=gone_id))
    ours = Candidate.objects.filter(person_id=kept_id)
    both = ours.filter(congress_id__in=[one.congress_id for one in moving]).first()
    if both:
        raise BothStand(name=both.name)
    numbers = [one.pk for one in moving]
    note_followed(batch_id, "candidate", numbers, kept_id=kept_id, gone_id=gone_id)
    Candidate.objects.filter(person_id=gone_id).update(person_id=kept_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """The candidacies that followed go back."""
    moved = followed(batch_id, "candidate")
    Candidate.objects.filter(pk__in=moved, person_id=kept_id).update(person_id=gone_id)
