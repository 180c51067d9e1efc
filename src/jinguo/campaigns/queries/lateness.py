"""Townships and units by lateness, and the pilot beside the rest; all from one ``status``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.status import Status, UnitState
from jinguo.campaigns.queries.townships import Township
from jinguo.campaigns.rules.lateness import Lateness, Spread, days_late, ranks, spread

PILOT = 0
"""The number of the wave that goes before all others (试点)."""


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit that is, or was, late by ``days``; its place among them."""

    state: UnitState
    days: int
    place: int | None


@dataclass(frozen=True, slots=True)
class LateTownship:
    """A township with the lateness of its units; ``place`` is ``None`` where all are in time."""

    township: Township
    lateness: Lateness
    place: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What the pilot units needed for something, and what the rest did; ``gate`` or none."""

    what: str
    pilot: Spread
    rest: Spread


def late_units(found: Status) -> list[LateUnit]:
    """The units that are late, or were when they were done, the latest first, then by code."""
    late = [(one, days) for one in found.units if (days := _days(one, found.day))]
    late.sort(key=lambda pair: -pair[1])
    places = ranks([(days, days) for _one, days in late])
    return [LateUnit(one, days, at) for (one, days), at in zip(late, places, strict=True)]


def late_townships(townships: Iterable[Township], day: date) -> list[LateTownship]:
    """By the longest delay, then by the sum of delays; those in time follow by code, unranked."""
    each = [(one, _lateness(one.units, day)) for one in townships]
    each.sort(key=lambda pair: (-pair[1].longest, -pair[1].total, pair[0].prefix))
    places = ranks([lateness.key for _one, lateness in each])
    return [
        LateTownship(one, lateness, at) for (one, lateness), at in zip(each, places, strict=True)
    ]


def pilot_compared(found: Status) -> list[Compared]:
    """Days from the first day of the campaign to each gate and to all four, then from a unit's
    first gate to its last. Empty where there is no pilot, or nobody else."""
    pilot = [one for one in found.units if one.wave.number == PILOT]
    rest = [one for one in found.units if one.wave.number != PILOT]
    if not pilot or not rest:
        return []
    measures: dict[str, Callable[[UnitState], int | None]] = {
        **{gate.value: _to_gate(gate, found.campaign.starts_on) for gate in Gate},
        "done": lambda one: _since(found.campaign.starts_on, one.done_on),
        "first_to_last": _first_to_last,
    }
    return [
        Compared(what, spread(map(measure, pilot)), spread(map(measure, rest)))
        for what, measure in measures.items()
    ]


def _days(one: UnitState, day: date) -> int:
    return days_late(one.wave.due_on, one.done_on, day)


def _lateness(units: Iterable[UnitState], day: date) -> Lateness:
    each = list(units)
    days = [_days(one, day) for one in each]
    return Lateness(sum(bool(one.overdue) for one in each), max(days, default=0), sum(days))


def _to_gate(gate: Gate, first: date) -> Callable[[UnitState], int | None]:
    return lambda one: _since(first, one.gates[gate].day if gate in one.gates else None)


def _since(first: date, day: date | None) -> int | None:
    """Zero for what was there before the campaign began."""
    return None if day is None else max(0, (day - first).days)


def _first_to_last(one: UnitState) -> int | None:
    if one.done_on is None:
        return None
    return (one.done_on - min(proof.day for proof in one.gates.values())).days
