"""Who supervises the units of a campaign, for many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.models import Campaign, Supervisor, Wave
from jinguo.campaigns.rules.supervisors import Named, nearest
from jinguo.divisions.queries import Place, latest_of
from jinguo.federations.queries import Unit, federation_name
from jinguo.kernel.actor import RECORD, Actor


@dataclass(frozen=True, slots=True)
class Supervision:
    """Who supervises a unit. Where nobody is named it is the level above: ``above``."""

    named: tuple[Named, ...]
    above: Place | None

    @property
    def who(self) -> str:
        """In words."""
        if self.named:
            return "、".join(one.who for one in self.named)
        return federation_name(self.above) if self.above else ""

    def is_hers(self, reader: Actor, person_id: int | None) -> bool:
        """Whether it is the reader: named herself, or the one who keeps the level above."""
        if self.named:
            return person_id is not None and any(one.person_id == person_id for one in self.named)
        return self.above is not None and self.above.prefix in reader.prefixes(RECORD)


@dataclass(frozen=True, slots=True)
class Supervises:
    """Somebody named, and what she supervises, in words."""

    who: str
    of: str
    begins_on: date | None
    ends_on: date | None


def supervisors_of(campaign: Campaign) -> list[Supervises]:
    """Whom the plan names, and for what; two queries."""
    rows = list(Supervisor.objects.filter(campaign=campaign).select_related("wave"))
    places = latest_of({one.division_id for one in rows if one.division_id})
    return [
        Supervises(
            one.who,
            one.wave.name if one.wave else places[one.division_id or 0].short,
            one.begins_on,
            one.ends_on,
        )
        for one in rows
    ]


def supervision(
    campaign: Campaign, units: Iterable[tuple[Unit, Wave]], day: date
) -> dict[int, Supervision]:
    """Federation → who supervises it on a day; two queries for however many."""
    every = list(units)
    rows = Supervisor.objects.filter(campaign=campaign).values_list(
        "who", "person_id", "division_id", "wave_id", "begins_on", "ends_on"
    )
    named = [Named(*row) for row in rows]
    above = latest_of({one.place.parent_id for one, _wave in every if one.place.parent_id})
    found = {}
    for unit, wave in every:
        parent = unit.place.parent_id
        line = dict.fromkeys([unit.place.division_id, parent or 0, campaign.county_id])
        mine = nearest(named, divisions=list(line), wave_id=wave.pk, day=day)
        found[unit.federation_id] = Supervision(tuple(mine), above.get(parent or 0))
    return found
