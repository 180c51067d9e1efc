"""How one unit stands in the campaigns that ask it."""

from datetime import date

from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.status import UnitState, status
from jinguo.federations.queries import Unit
from jinguo.kernel.actor import Actor

LATEST = 2
"""Campaigns shown at most: what was long ago is found on the list."""


def standing(unit: Unit, day: date, *, reader: Actor) -> list[tuple[Campaign, UnitState]]:
    """The latest started campaigns that ask the unit itself, with its gates on the day.

    One query where none asks it, and those of ``status`` for each that does.
    """
    found = Campaign.objects.filter(
        targets__federation=unit.federation_id, started_at__isnull=False, starts_on__lte=day
    ).order_by("-starts_on", "-pk")[:LATEST]
    return [
        (one, state)
        for one in found
        for state in status(one, day, reader=reader, prefix=unit.code).units
    ]
