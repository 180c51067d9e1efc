"""The units of a campaign under their townships."""

from dataclasses import dataclass

from jinguo.campaigns.queries.status import Status, UnitState
from jinguo.divisions.models import Level
from jinguo.divisions.queries import within
from jinguo.divisions.rules.codes import bounds


@dataclass(frozen=True, slots=True)
class Township:
    """A township with those of its units that the campaign asks, itself among them or not.

    ``prefix`` is its code in nine digits; what stands right under the county has the county's.
    """

    prefix: str
    name: str
    units: tuple[UnitState, ...]


def townships(found: Status) -> list[Township]:
    """By code. A query only where a township is not asked itself, for its name."""
    grouped: dict[str, list[UnitState]] = {}
    for one in found.units:
        grouped.setdefault(one.unit.code[:9], []).append(one)
    names = {one.unit.code[:9]: one.unit.place.short for one in found.units if _heads(one)}
    if missing := grouped.keys() - names.keys():
        lowest, highest = min(missing), max(missing)
        for place in within(bounds(lowest)[0], bounds(highest)[1], found.day):
            if place.level <= Level.TOWNSHIP:
                names.setdefault(place.code[:9], place.short)
    return [
        Township(prefix, names.get(prefix, prefix), tuple(states))
        for prefix, states in sorted(grouped.items())
    ]


def _heads(one: UnitState) -> bool:
    return one.unit.level <= Level.TOWNSHIP
