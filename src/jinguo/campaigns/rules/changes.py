"""What a change of plan does to whom: two states of a campaign compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Words = Mapping[str, str]
"""What is said of the campaign and its steps: a name of the part → its words."""


class Does(StrEnum):
    """Kinds of effects, in the order in which they are told."""

    JOINS = "joins"
    LEAVES = "leaves"
    MOVES = "moves"
    DUE = "due"
    STEP_DUE = "step_due"
    LATE = "late"
    IN_TIME = "in_time"
    CLOSES = "closes"
    OPENS = "opens"
    STEP_LATE = "step_late"
    STEP_IN_TIME = "step_in_time"
    STEP_DONE = "step_done"
    STEP_OPEN = "step_open"


@dataclass(frozen=True, slots=True)
class StepThen:
    """A step of a unit at one moment: its deadline, and whether it is done or overdue."""

    title: str
    due_on: date
    done: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class UnitThen:
    """A unit at one moment. The county has steps and no wave; ``overdue`` are its open gates."""

    name: str
    wave: str
    due_on: date | None
    closed: frozenset[str]
    overdue: frozenset[str]
    steps: Mapping[int, StepThen]


@dataclass(frozen=True, slots=True)
class Then:
    """A campaign at one moment: what is said of it, and every unit by its federation."""

    words: Words
    units: Mapping[int, UnitThen]


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that happens to units (by name): what, of which gate or step, from what to what."""

    does: Does
    units: tuple[str, ...]
    of: str = ""
    was: str | date | None = None
    now: str | date | None = None


@dataclass(frozen=True, slots=True)
class Effects:
    """All that a change of plan does. ``words`` are the parts that read otherwise: (was, now)."""

    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    units: tuple[Effect, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.units)


_Key = tuple[Does, str, str | date | None, str | date | None]


def compare(before: Then, after: Then) -> Effects:
    """The effects of going from one to the other, units that meet the same together."""
    words = {
        name: (before.words.get(name, ""), after.words.get(name, ""))
        for name in [*after.words, *(one for one in before.words if one not in after.words)]
        if before.words.get(name, "") != after.words.get(name, "")
    }
    grouped: dict[_Key, list[str]] = defaultdict(list)
    for number in {**after.units, **before.units}:
        was, now = before.units.get(number), after.units.get(number)
        for key in _of_unit(was, now):
            grouped[key].append(next(one.name for one in (now, was) if one))
    order = list(Does)
    found = [
        Effect(does, tuple(names), of, earlier, later)
        for (does, of, earlier, later), names in grouped.items()
    ]
    return Effects(words, tuple(sorted(found, key=lambda one: (order.index(one.does), one.of))))


def _of_unit(was: UnitThen | None, now: UnitThen | None) -> Iterable[_Key]:
    if was is None and now is not None:
        yield Does.JOINS, "", None, now.wave
    if now is None and was is not None:
        yield Does.LEAVES, "", was.wave, None
    if was and now:
        if was.wave != now.wave:
            yield Does.MOVES, "", was.wave, now.wave
        if was.due_on != now.due_on:
            yield Does.DUE, "", was.due_on, now.due_on
        for gate in sorted(now.closed - was.closed):
            yield Does.CLOSES, gate, None, None
        for gate in sorted(was.closed - now.closed):
            yield Does.OPENS, gate, None, None
    late = (bool(was and was.overdue), bool(now and now.overdue))
    if late == (False, True):
        yield Does.LATE, "", None, None
    if late == (True, False):
        yield Does.IN_TIME, "", None, None
    yield from _of_steps(was, now)


def _of_steps(was: UnitThen | None, now: UnitThen | None) -> Iterable[_Key]:
    """A step that is due with its wave, before and after, is not told beside its wave."""
    before, after = was.steps if was else {}, now.steps if now else {}
    with_wave = (was and was.due_on, now and now.due_on)
    for number in sorted({*before, *after}):
        old, new = before.get(number), after.get(number)
        title = f"{number} {next(one.title for one in (new, old) if one)}"
        if old and new:
            if old.due_on != new.due_on and (old.due_on, new.due_on) != with_wave:
                yield Does.STEP_DUE, title, old.due_on, new.due_on
            if old.done != new.done:
                yield (Does.STEP_DONE if new.done else Does.STEP_OPEN), title, None, None
        late = (bool(old and old.overdue), bool(new and new.overdue))
        if late[0] != late[1]:
            yield (Does.STEP_LATE if late[1] else Does.STEP_IN_TIME), title, None, None
