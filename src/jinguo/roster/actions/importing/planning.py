"""What a list changes: who joins, leaves, changes or stays, before anything is written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from jinguo.roster.actions.importing.comparing import in_words, seat_of
from jinguo.roster.actions.importing.describing import At
from jinguo.roster.actions.importing.doubting import (
    erased_stay,
    left_out,
    listed_again,
    many_left,
    not_followed,
    replaced,
    start_not_followed,
)
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.recording import record_seats
from jinguo.roster.actions.importing.request import ChangeLine, Report
from jinguo.roster.actions.importing.rollcall import Called
from jinguo.roster.actions.importing.sighting import remembered, sightings
from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import Problem
from jinguo.roster.queries.state import Held, State, body_of
from jinguo.roster.rules.timeline import ListDay, Said, Seat, first_seat, seats

Key = tuple[int, str]
"""A person, and the body in which she has her seats."""


class Planner:
    """Plans the seats of one day's lists on top of what is recorded."""

    def __init__(
        self,
        state: State,
        report: Report,
        plan: Plan,
        units: Mapping[int, tuple[str, str]],
        names: Mapping[int, str],
        categories: Mapping[str, str],
    ) -> None:
        """``units``: code and name of each federation, ``names``: of each recorded person,
        ``categories``: of each slug."""
        self._plan = plan
        self._state = state
        self._report = report
        self._units = units
        self._names = names
        self._categories = categories
        self._posts = {post: str(post.label) for post in Post}
        self._kinds = {kind: str(kind.label) for kind in Kind}

    def add(self, called: Called) -> None:
        """Plan one unit's list."""
        listed = {(person_id, body_of(at.row.post)): at for at, person_id in called.rows}
        known = self._state.lists(called.federation_id, "committee")
        days = [at.row.starts_on for at, _person in called.rows if at.row.starts_on]
        today = ListDay(called.as_of, max(days, default=None))
        lists = self._lists({body for _person, body in listed}, called, today)
        recorded: dict[Key, list[Held]] = defaultdict(list)
        for one in self._state.held.get(called.federation_id, ()):
            if (body := body_of(one.post)) in lists:
                recorded[one.person_id, body].append(one)
        left, began, moved = 0, 0, self._moved
        for key in (*listed, *self._absent(called, listed, recorded)):
            at, held = listed.get(key), recorded.get(key, [])
            began += self._one(called, key, at, held, lists[key[1]], today)
            left += at is None and any(one.sits_on(called.as_of) for one in held)
        sat = sum(one.sits_on(called.as_of) for held in recorded.values() for one in held)
        unit = self._units[called.federation_id][1]
        self._say(many_left(called, unit, sat, left, began))
        erased = sum(
            any(one.sits_on(called.as_of) for one in held)
            for key, held in recorded.items()
            if not self._names[key[0]]
        )
        new = sum(person_id in self._plan.new_people for person_id, _body in listed)
        self._say(erased_stay(called, unit, erased, new))
        if self._moved > moved and any(one.as_of == called.as_of for one in known):
            self._say(replaced(called, unit))

    def _absent(
        self, called: Called, listed: Collection[Key], recorded: Collection[Key]
    ) -> list[Key]:
        """Those recorded whom the list does not name though it could.

        A list of some people leaves the others as they are; no list can name somebody who had
        herself erased.
        """
        if called.partial:
            return []
        return [key for key in recorded if key not in listed and self._names[key[0]]]

    def _lists(self, bodies: set[str], called: Called, today: ListDay) -> dict[str, list[ListDay]]:
        """The known lists of each body; the new one is remembered with them."""
        found = {}
        every = self._state.held.get(called.federation_id, ())
        said = called.unit_list if called.clear else None
        for body in sorted(bodies):
            known = self._state.lists(called.federation_id, body)
            if not called.partial:
                self._plan.lists.append((called.federation_id, body, today, said))
                self._report.remembered += all(one.as_of != called.as_of for one in known)
            found[body] = remembered(known, (one for one in every if body_of(one.post) == body))
        return found

    def _one(
        self,
        called: Called,
        key: Key,
        at: At | None,
        held: list[Held],
        lists: list[ListDay],
        today: ListDay,
    ) -> bool:
        """Plan one woman's seats; returns whether the listed one is new."""
        said = Said(at.row.starts_on, seat_of(at.row)) if at else None
        if at and said and not held and not lists:
            seat = first_seat(today, said)
            self._plan.appointments.append((key[0], called.federation_id, seat))
            return self._joined(called, key[0], at, seat)
        decided = self._state.decided.get((called.federation_id, key[1], key[0]), [])
        seen = sightings(lists, held, decided, (today, said))
        found = seats(seen)
        moved = record_seats(self._plan, called.federation_id, key[0], held, found)
        sat = next((one for one in held if one.sits_on(called.as_of)), None)
        if at is None:
            if moved:
                self._gone(called, key[0], sat, held, found)
            return False
        seated = [one for one in found if one.sits_on(called.as_of)]
        if not seated:
            self._say(not_followed(at, called.as_of))
            return False
        seat = seated[0]
        self._say(listed_again(at, seat, decided, called.as_of))
        self._say(start_not_followed(at, seat, found, seen, called.as_of))
        if sat is None:
            return self._joined(called, key[0], at, seat)
        described = self._plan.described.get(key[0]) or {}
        if moved or described:
            what = in_words(sat, seat, described, self._categories)
            self._line("changed", called.federation_id, key[0], at.row.name, at, what)
        else:
            self._report.unchanged += 1
        return seat.starts_on > sat.starts_on

    def _joined(self, called: Called, person_id: int, at: At, seat: Seat) -> bool:
        what = self._introduced(at, seat)
        self._line("joined", called.federation_id, person_id, at.row.name, at, what)
        return True

    def _gone(
        self, called: Called, person_id: int, sat: Held | None, held: list[Held], found: list[Seat]
    ) -> None:
        """A line for somebody not on the list: that she left, or that another day is now known."""
        name = self._names[person_id]
        later = next((one.starts_on for one in found if one.starts_on > called.as_of), None)
        if sat and later:
            self._say(left_out(called, name, sat, later))
        action = "left" if sat and not later else "changed"
        if action == "left":
            ends = [one.ends_on for one in found if one.ends_on and one.ends_on <= called.as_of]
            what = str(max(ends, default=called.as_of))
        else:
            what = f"{_periods(held)} → {_periods(found)}"
        self._line(action, called.federation_id, person_id, name, None, what)

    def _introduced(self, at: At, seat: Seat) -> str:
        """What a row says of somebody new, in short: 副主席 兼职 1985.02; until when, if known."""
        row = at.row
        kind = f" {self._kinds[row.kind]}" if row.kind else ""
        birth = f" {row.birth_month.year}.{row.birth_month.month:02}" if row.birth_month else ""
        period = f" {_periods([seat])}" if seat.ends_on else ""
        return f"{self._posts[row.post]}{kind}{birth}{period}"

    @property
    def _moved(self) -> int:
        return self._report.joined + self._report.left + self._report.changed

    def _say(self, problem: Problem | None) -> None:
        if problem:
            self._report.problems.append(problem)

    def _line(
        self,
        action: str,
        federation_id: int,
        person_id: int,
        name: str,
        at: At | None,
        what: str,
    ) -> None:
        setattr(self._report, action, getattr(self._report, action) + 1)
        code, unit = self._units[federation_id]
        where: tuple[Any, ...] = (at.file, at.sheet.name, at.row.row) if at else ("", "", None)
        self._report.changes.append(ChangeLine(action, code, unit, person_id, name, what, *where))


def _periods(turns: Iterable[Held | Seat]) -> str:
    """2018-12-20–2020-01-01, 2020-03-01–"""
    return ", ".join(f"{one.starts_on}–{one.ends_on or ''}" for one in turns)
