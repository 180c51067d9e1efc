"""Where every unit of a campaign is on a day: which gates are closed, late, returned."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.models import Campaign, Review, Wave
from jinguo.campaigns.queries.evidence import evidence
from jinguo.campaigns.queries.plan import Asked, asked
from jinguo.campaigns.rules.gates import Evidence, closed, done_on
from jinguo.campaigns.rules.rates import rate
from jinguo.federations.queries import Unit, newest_codes
from jinguo.kernel.actor import VIEW, Actor


@dataclass(frozen=True, slots=True)
class UnitState:
    """One unit on the day. ``reviews`` holds the latest word on the record that closed a gate."""

    unit: Unit
    wave: Wave
    gates: Mapping[Gate, Evidence]
    reviews: Mapping[Gate, Review]
    late: bool

    @property
    def done_on(self) -> date | None:
        """The day on which the last of the four gates closed."""
        return done_on(self.gates)

    @property
    def open(self) -> list[Gate]:
        """The gates that are not closed."""
        return [gate for gate in Gate if gate not in self.gates]

    @property
    def overdue(self) -> list[Gate]:
        """The gates that should be closed by now."""
        return self.open if self.late else []

    def _with(self, verdict: Verdict) -> list[Gate]:
        return [gate for gate, one in self.reviews.items() if one.verdict == verdict]

    @property
    def returned(self) -> list[Gate]:
        """The gates whose evidence the level above returned."""
        return self._with(Verdict.RETURNED)

    @property
    def accepted(self) -> list[Gate]:
        """The gates whose evidence the level above accepted."""
        return self._with(Verdict.ACCEPTED)

    def as_json(self) -> dict[str, Any]:
        """The form other programs read."""
        days = {gate.value: self.gates[gate].day if gate in self.gates else None for gate in Gate}
        return {
            "unit": self.unit.code,
            "name": self.unit.name,
            "gates": {gate: day is not None for gate, day in days.items()},
            "closed_on": {gate: day.isoformat() if day else None for gate, day in days.items()},
            "overdue": [gate.value for gate in self.overdue],
            "returned": [gate.value for gate in self.returned],
            "accepted": [gate.value for gate in self.accepted],
        }


@dataclass(frozen=True)
class Status:
    """A campaign on a day, over the units the reader may see.

    ``proofs`` are the records behind the gates, by federation: what follows further asks no more.
    """

    campaign: Campaign
    day: date
    units: tuple[UnitState, ...]
    proofs: Mapping[int, list[Evidence]] = field(default_factory=dict, repr=False)

    @cached_property
    def done(self) -> int:
        """Units with all four gates closed."""
        return sum(one.done_on is not None for one in self.units)

    @cached_property
    def closed(self) -> dict[Gate, int]:
        """Gate → units that closed it."""
        return {gate: sum(gate in one.gates for one in self.units) for gate in Gate}

    @property
    def rate(self) -> float | None:
        """Percent of the units that are done, rounded half up to one decimal place."""
        return rate(self.done, len(self.units))

    @cached_property
    def done_days(self) -> list[date]:
        """The days on which units were done, in order."""
        return sorted(day for one in self.units if (day := one.done_on) is not None)

    def as_json(self) -> dict[str, Any]:
        """The form other programs read (``jinguo campaign status --json``)."""
        return {
            "campaign": self.campaign.slug,
            "as_of": self.day.isoformat(),
            "targets": len(self.units),
            "done": self.done,
            "rate": self.rate,
            "gates": {gate.value: count for gate, count in self.closed.items()},
            "units": [one.as_json() for one in self.units],
        }


def status(
    campaign: Campaign,
    day: date,
    *,
    reader: Actor,
    prefix: str = "",
    federation_ids: Collection[int] | None = None,
) -> Status:
    """The state of every unit asked, by the records of that day; where ``prefix`` or
    ``federation_ids`` are given, of those whose code begins so and of these federations only.

    Records have days of their own; what is known of that day now holds. The queries are as many
    for one unit as for all.
    """
    seen = [
        one
        for one in visible(campaign, day, reader=reader)
        if one.unit.code.startswith(prefix)
        and (federation_ids is None or one.unit.federation_id in federation_ids)
    ]
    ids = [one.unit.federation_id for one in seen]
    proofs = evidence(campaign, ids, day)
    said = latest_words(reviews(campaign, ids, day))
    states = tuple(state(one, proofs.get(one.unit.federation_id, ()), said, day) for one in seen)
    return Status(campaign, day, states, proofs)


Words = Mapping[tuple[int, str, int], Review]
"""Federation, kind and number of a record → the latest word of the level above on it."""


def visible(campaign: Campaign, day: date, *, reader: Actor) -> list[Asked]:
    """Whom the campaign asks on a day, as far as the reader may see them."""
    every = asked(campaign, day)
    today = newest_codes([one.unit.federation_id for one in every])
    return [one for one in every if reader.may(VIEW, today[one.unit.federation_id])]


def state(one: Asked, proofs: Iterable[Evidence], said: Words, day: date) -> UnitState:
    """Where a unit is on a day, from its records and what was said of them up to it."""
    gates = closed(proofs, day)
    words = {
        gate: review
        for gate, proof in gates.items()
        if (review := said.get((one.unit.federation_id, proof.proof, proof.record_id)))
    }
    return UnitState(one.unit, one.wave, gates, words, one.wave.due_on < day)


def reviews(campaign: Campaign, federation_ids: Collection[int], until: date) -> list[Review]:
    """What the level above said up to a day, in its order; one query."""
    found = Review.objects.filter(
        campaign=campaign, federation_id__in=federation_ids, said_on__lte=until
    )
    return list(found.order_by("said_on", "pk"))


def latest_words(said: Iterable[Review]) -> dict[tuple[int, str, int], Review]:
    """The latest word on each record, of what was said in its order."""
    return {(one.federation_id, one.proof, one.record_id): one for one in said}
