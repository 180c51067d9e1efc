"""Evidence that waits for a word of the level above."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from jinguo.agenda.queries.gates import asked_on
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.plan import campaigns
from jinguo.campaigns.queries.status import status
from jinguo.kernel.actor import Actor

AFTERWARDS = timedelta(days=30)
"""How long after the last day of a campaign its evidence is still waited on."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Gates of a unit whose evidence nobody above has accepted or sent back; since when."""

    slug: str
    campaign: str
    unit_code: str
    unit_name: str
    gates: tuple[Gate, ...]
    since: date


def unsaid(day: date, federation_ids: Collection[int], *, reader: Actor) -> list[Unsaid]:
    """What waits on a day in the campaigns that run, or ended within a month; oldest first.

    As many queries for one unit as for all.
    """
    found = []
    for one in campaigns(reader):
        begun = asked_on(one)
        if begun is None or not begun <= day <= one.ends_on + AFTERWARDS:
            continue
        for state in status(one, day, reader=reader, federation_ids=federation_ids).units:
            waiting = tuple(gate for gate in state.gates if gate not in state.reviews)
            if waiting:
                since = min(state.gates[gate].day for gate in waiting)
                found.append(
                    Unsaid(
                        one.slug, one.name, state.unit.code, state.unit.name, waiting, since
                    )
                )  # fmt: skip
    return sorted(found, key=lambda one: (one.since, one.unit_code, one.slug))
