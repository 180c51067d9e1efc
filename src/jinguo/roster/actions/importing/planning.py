"""What a list changes: who joins, leaves, changes or stays, before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from jinguo.roster.actions.importing.comparing import GAPS, in_words, new_seat, seat_of
from jinguo.roster.actions.importing.describing import At
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.request import ChangeLine, Report
from jinguo.roster.actions.importing.rollcall import Called
from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import Problem, placing
from jinguo.roster.queries.state import Held, State, body_of
from jinguo.roster.rules.listdays import (
    ListDay,
    confirmed_later,
    following,
    last_seen,
    nearer_end,
    preceding,
)


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
        held = self._state.held.get(called.federation_id, [])
        of_person: dict[int, list[Held]] = defaultdict(list)
        for one in held:
            of_person[one.person_id].append(one)
        starts: Counter[date] = Counter()
        for at, person_id in called.rows:
            begins = self._seat(at, person_id, called, of_person)
            if begins:
                starts[begins] += 1
        listed = called.listed
        bodies = {body for _person_id, body in listed}
        days = [at.row.starts_on for at, _person in called.rows if at.row.starts_on]
        today = ListDay(called.as_of, max(days, default=None))
        for body in sorted(bodies):
            self._plan.lists.append((called.federation_id, body, today))
            known = self._state.lists(called.federation_id, body)
            self._report.remembered += all(one.as_of != called.as_of for one in known)
        left = self._leave(held, called, today, listed) if held else 0
        self._terms(called, starts)
        self._warn_of_many(called, held, left, sum(starts.values()))

    def _seat(
        self, at: At, person_id: int, called: Called, of_person: dict[int, list[Held]]
    ) -> date | None:
        """Plan a row's seat; returns the day on which an appointment begins, if one does."""
        body = body_of(at.row.post)
        history = [one for one in of_person.get(person_id, ()) if body_of(one.post) == body]
        current = next((one for one in history if one.sits_on(called.as_of)), None)
        if current is None:
            return self._join(at, person_id, called, history)
        differing = new_seat(current, at.row)
        lists = self._state.lists(called.federation_id, body)
        if confirmed_later(lists, current, called.as_of):
            differing = {
                name: value
                for name, value in differing.items()
                if name in GAPS and not getattr(current, name)
            }
            begins = None
        else:
            begins = self._new_begin(at, current, differing, called.as_of)
        if begins is not None:
            self._plan.rewrite(current, {"ends_on": begins})
            seat = seat_of(at.row, before=current)
            self._plan.appointments.append(
                (person_id, called.federation_id, seat, begins, current.ends_on)
            )
        elif differing:
            self._plan.rewrite(current, differing)
        described = self._plan.described.get(person_id)
        if begins is not None or differing or described:
            what = in_words(current, differing, begins, described or {}, self._categories)
            self._line("changed", called.federation_id, person_id, at.row.name, at, what)
        else:
            self._report.unchanged += 1
        return begins

    def _new_begin(
        self, at: At, current: Held, differing: dict[str, Any], as_of: date
    ) -> date | None:
        """The day a new appointment of a sitting person begins, if the list says so."""
        starts_on = at.row.starts_on
        if starts_on is None:
            other_post = "post" in differing or "kind" in differing
            return as_of if other_post and as_of > current.starts_on else None
        if starts_on < current.starts_on:
            self._report.problems.append(
                at.problem(
                    placing.STARTS_EARLIER, "starts_on", starts_on, recorded=current.starts_on
                )
            )
        return starts_on if starts_on > current.starts_on else None

    def _join(self, at: At, person_id: int, called: Called, history: list[Held]) -> date:
        """An appointment of somebody who did not sit; it ends where a later one is recorded."""
        starts_on = at.row.starts_on or called.as_of
        earlier = [one.ends_on for one in history if one.ends_on and one.starts_on <= called.as_of]
        left = max(earlier, default=None)
        if left is not None and starts_on < left:
            words = {"left": left, "name": at.row.name}
            self._report.problems.append(
                at.problem(placing.RETURNED, "starts_on", starts_on, **words)
            )
            starts_on = left
        self._extend_to(starts_on, at, called, history)
        later = [one.starts_on for one in history if one.starts_on > called.as_of]
        ends_on = min([*later, *self._left_later(at, called, history)], default=None)
        self._plan.appointments.append(
            (person_id, called.federation_id, seat_of(at.row), starts_on, ends_on)
        )
        self._line("joined", called.federation_id, person_id, at.row.name, at, self._introduced(at))
        return starts_on

    def _introduced(self, at: At) -> str:
        """What a row says of somebody new, in short: 副主席 兼职 1985.02."""
        row = at.row
        kind = f" {self._kinds[row.kind]}" if row.kind else ""
        birth = f" {row.birth_month:%Y.%m}" if row.birth_month else ""
        return f"{self._posts[row.post]}{kind}{birth}"

    def _extend_to(self, starts_on: date, at: At, called: Called, history: list[Held]) -> None:
        """Somebody on the list before this one and on this one sat without a break.

        An end that was only concluded from a newer list without her gives way.
        """
        before = preceding(
            self._state.lists(called.federation_id, body_of(at.row.post)), called.as_of
        )
        for one in history:
            if before and one.sits_on(before.as_of) and one.ends_on and one.ends_on < starts_on:
                self._plan.rewrite(one, {"ends_on": starts_on})

    def _left_later(self, at: At, called: Called, history: list[Held]) -> list[date]:
        """When somebody on an older list had left, by the first newer list without her."""
        body = body_of(at.row.post)
        lists = self._state.lists(called.federation_id, body)
        after = following(lists, called.as_of) if lists else None
        if after is None:  # before lists were remembered, terms were
            next_term = self._state.next_term(called.federation_id, called.as_of)
            return [next_term] if next_term else []
        if any(one.sits_on(after.as_of) for one in history):
            return []
        return [after.left(called.as_of)]

    def _leave(
        self, held: list[Held], called: Called, today: ListDay, listed: set[tuple[int, str]]
    ) -> int:
        """End whoever sits and is no longer listed, on the list's latest 任职时间, else its day.

        Not before a day on which a list had her, and not where a newer list has her.
        Returns how many left.
        """
        bodies = {body for _person_id, body in listed}
        left = 0
        for one in held:
            body = body_of(one.post)
            if body not in bodies or (one.person_id, body) in listed:
                continue
            lists = self._state.lists(called.federation_id, body)
            if not one.sits_on(called.as_of):
                self._conclude_anew(one, lists, called, today)
                continue
            if confirmed_later(lists, one, called.as_of):
                continue
            day = today.left(last_seen(lists, one, one.starts_on, called.as_of))
            if day > one.starts_on:
                self._plan.rewrite(one, {"ends_on": day})
            else:
                self._plan.voided.append(one)
            name = self._names[one.person_id]
            self._line("left", called.federation_id, one.person_id, name, None, day.isoformat())
            left += 1
        return left

    def _conclude_anew(
        self, one: Held, lists: list[ListDay], called: Called, today: ListDay
    ) -> None:
        """An end concluded from the next list is concluded from this one, which is nearer."""
        day = nearer_end(lists, one, today)
        if day is None or day == one.ends_on:
            return
        self._plan.rewrite(one, {"ends_on": day})
        what = f"{one.ends_on} → {day}"
        name = self._names[one.person_id]
        self._line("changed", called.federation_id, one.person_id, name, None, what)

    def _warn_of_many(self, called: Called, held: list[Held], left: int, began: int) -> None:
        """A list of the newly added alone would end everybody else: that wants a second look."""
        sat = sum(one.sits_on(called.as_of) for one in held)
        if left * 2 <= sat or began >= left or not called.rows:
            return
        at = called.rows[0][0]
        unit = self._units[called.federation_id][1]
        words = {"left": left, "sat": sat, "unit": unit}
        self._report.problems.append(
            Problem(placing.MANY_LEFT, at.file, at.sheet.name, at.row.unit_cell, unit, words)
        )

    def _terms(self, called: Called, starts: Counter[date]) -> None:
        """A day on which half of a list or more was appointed began a term."""
        known = self._state.terms[called.federation_id]
        for day, count in starts.items():
            if count * 2 >= called.size and day not in known:
                self._plan.terms.append((called.federation_id, day))

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
        where = (at.file, at.sheet.name, at.row.row) if at else ("", "", None)
        self._report.changes.append(ChangeLine(action, code, unit, person_id, name, what, *where))
