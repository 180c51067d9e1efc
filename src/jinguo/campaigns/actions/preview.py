"""A change of plan is shown before it is applied: it is carried out and rolled back."""

from datetime import date

from django.db import transaction

from jinguo.campaigns.actions.planning import change_plan
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.then import then
from jinguo.campaigns.rules.changes import Effects, compare
from jinguo.campaigns.rules.plans import Plan
from jinguo.kernel.actor import Actor


def preview_change(
    *, campaign_id: int, plan: Plan, day: date, by: Actor, seen: int | None = None
) -> Effects:
    """What ``change_plan`` would do to whom on a day. Raises as it does; changes nothing."""
    with transaction.atomic():
        before = then(Campaign.objects.get(pk=campaign_id), day, reader=by)
        changed = change_plan(campaign_id=campaign_id, plan=plan, by=by, seen=seen)
        effects = compare(before, then(changed, day, reader=by))
        transaction.set_rollback(True)
    return effects
