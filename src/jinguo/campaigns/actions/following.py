"""What follows for campaigns when federations turn out to be one, or several."""

from collections.abc import Sequence

from django.db import transaction

from jinguo.campaigns.models import Pick, Review, Target
from jinguo.divisions.events import Moved


@transaction.atomic
def move(*, moves: Sequence[Moved]) -> None:
    """Whom a campaign asks is whoever stood there on its last day; a review and a unit drawn for a
    visit go by their own day.

    Whom it asks already it asks once. What moves in one moment moves once.
    """
    ids = {one.from_id for one in moves}
    targets = Target.objects.filter(federation_id__in=ids).select_related("campaign")
    for target in targets.select_for_update(of=("self",)):
        for one in moves:
            if one.from_id == target.federation_id and target.campaign.ends_on in one.days:
                _ask(target, one.to_id)
                break
    for review in Review.objects.filter(federation_id__in=ids).select_for_update():
        for one in moves:
            if one.from_id == review.federation_id and review.said_on in one.days:
                Review.objects.filter(pk=review.pk).update(federation_id=one.to_id)
                break
    picks = Pick.objects.filter(federation_id__in=ids).select_related("sample")
    for pick in picks.select_for_update(of=("self",)):
        for one in moves:
            if one.from_id == pick.federation_id and pick.sample.drawn_on in one.days:
                Pick.objects.filter(pk=pick.pk).update(federation_id=one.to_id)
                break


def _ask(target: Target, federation_id: int) -> None:
    others = Target.objects.filter(campaign=target.campaign, federation_id=federation_id)
    if others.exists():
        target.delete()
    else:
        Target.objects.filter(pk=target.pk).update(federation_id=federation_id)
