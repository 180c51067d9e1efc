"""Whose candidacy it is, where two records turn out to be one woman, or one to be two.

The batch that merged them is the record of it; the audit entry is written there.
"""

from django.db import transaction

from jinguo.elections.errors.refusals import BothStand
from jinguo.elections.models import Candidate
from jinguo.roster.models import Change


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """Whoever stood stands under the other record. Raises ``BothStand`` where both did at once."""
    moving = list(Candidate.objects.select_for_update().filter(person_id=gone_id))
    ours = Candidate.objects.filter(person_id=kept_id)
    both = ours.filter(congress_id__in=[one.congress_id for one in moving]).first()
    if both:
        raise BothStand(name=both.name)
    Change.objects.bulk_create(
        Change(
            batch_id=batch_id, subject="candidate", subject_id=one.pk,
            before={"person": gone_id}, after={"person": kept_id},
        )
        for one in moving
    )  # fmt: skip
    Candidate.objects.filter(person_id=gone_id).update(person_id=kept_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """The candidacies that followed go back."""
    moved = Change.objects.filter(batch_id=batch_id, subject="candidate").values("subject_id")
    Candidate.objects.filter(pk__in=moved, person_id=kept_id).update(person_id=gone_id)
