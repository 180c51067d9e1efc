"""One unit on one day: what is recorded of it, what is decided, and writing both."""

from datetime import date, timedelta
from typing import Any

from django.db import connection

from jinguo.audit.actions import record
from jinguo.divisions.queries import Place, counties, latest, place_of
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import APPOINT, Actor
from jinguo.roster.actions.deciding.asked import Departure, Minutes
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.recording import record_seats
from jinguo.roster.actions.importing.sighting import Sighting, sightings
from jinguo.roster.actions.importing.writing import IdSource, write
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.enums import Deed
from jinguo.roster.errors.decisions import DayAhead, ListedLater, UnitForbidden, UnitGone
from jinguo.roster.models import Batch, Decision, Meeting
from jinguo.roster.queries.state import Held, State, body_of, load_state, recorded
from jinguo.roster.rules.timeline import Facts, ListDay, Said, seats

AHEAD = timedelta(days=366)


class Desk:
    """Takes the unit for itself, like an import, and holds it until the transaction ends.

    Raises ``UnitForbidden``, ``UnitGone`` and ``DayAhead``.
    """

    def __init__(self, federation_id: int, day: date, today: date, *, by: Actor) -> None:
        federation = Federation.objects.get(pk=federation_id)
        newest = latest(federation.division_id)
        self.by = by
        self.day = day
        self.code = newest.code
        self.unit = federation_name(newest)
        self.level = federation.level
        if not by.may(APPOINT, newest.code):
            raise UnitForbidden(unit=self.unit).asked(by, APPOINT, "unit", newest.code, newest.code)
        if day - today > AHEAD:
            raise DayAhead(day=day)
        self.county = _county(newest)
        queue_up(self.county.division_id)
        then = place_of(federation.division_id, day)
        if then is None or (federation.closed_on and federation.closed_on <= day):
            raise UnitGone(unit=self.unit, day=day)
        self.federation_id = federation_id
        self.state: State = load_state([federation_id])
        self.plan = Plan()
        self.new_id = IdSource(connection.cursor(), "people_person")
        self._decisions: list[Decision] = []
        self._given: dict[int, str] = {}

    @property
    def held(self) -> list[Held]:
        """Every seat recorded for the unit."""
        return self.state.held.get(self.federation_id, [])

    def sitting(self, body: str = "committee") -> dict[int, Held]:
        """Person → the seat she has on the day in a body."""
        here = (one for one in self.held if body_of(one.post) == body)
        return {one.person_id: one for one in here if one.sits_on(self.day)}

    def learn(self, person_id: int) -> None:
        """Know somebody who has no seat in the unit. Raises ``PersonUnknown``."""
        if person_id not in self.state.people:
            self.state.people[person_id] = recorded(person_id)

    def name(self, person_id: int) -> str:
        """Her name, recorded or new."""
        if person_id in self.plan.new_people:
            return self.plan.new_people[person_id].name
        return self.state.people[person_id].name

    def enters(self, person_id: int, seat: Facts, post: str, instead_of: int | None = None) -> None:
        """She takes the seat from the day on. Raises ``ListedLater``."""
        body = body_of(post)
        said = Said(self.day, seat)
        self._given[person_id] = post
        self._decide(person_id, body, (ListDay(self.day, None), said))
        self._decisions.append(self._decision(person_id, body, True, instead_of=instead_of))

    def leaves(self, one: Departure) -> None:
        """She leaves the body on the day. Raises ``ListedLater``."""
        self._decide(one.person_id, one.body, (ListDay(self.day, None), None))
        self._decisions.append(self._decision(one.person_id, one.body, False, why=one.why))

    def _decide(self, person_id: int, body: str, new: Sighting) -> None:
        lists = self.state.lists(self.federation_id, body)
        held = [
            one for one in self.held if one.person_id == person_id and body_of(one.post) == body
        ]
        decided = self.state.decided.get((self.federation_id, body, person_id), [])
        for one in sorted(lists, key=lambda one: one.as_of):
            has_her = any(seat.sits_on(one.as_of) for seat in held)
            if one.as_of > self.day and has_her != (new[1] is not None):
                raise ListedLater(listed=one.as_of, day=self.day, name=self.name(person_id))
        found = seats(sightings(lists, held, decided, now=[new]))
        record_seats(self.plan, self.federation_id, person_id, held, found)

    def _decision(self, person_id: int, body: str, begins: bool, **words: Any) -> Decision:
        if words.get("instead_of") is not None:
            words["instead_of_id"] = words.pop("instead_of")
        return Decision(
            federation_id=self.federation_id, person_id=person_id, body=body, day=self.day,
            begins=begins, **words,
        )  # fmt: skip

    def _posts(self) -> dict[int, str]:
        """What those of whom something is decided hold on the day, by person."""
        bodies = {(one.person_id, one.body) for one in self._decisions}
        return {
            one.person_id: one.post
            for one in self.held
            if one.sits_on(self.day) and (one.person_id, body_of(one.post)) in bodies
        }

    def write(
        self, deed: Deed, reason: str, minutes: Minutes | None, counts: dict[str, Any]
    ) -> Batch:
        """Everything as one batch, with its record of the meeting and its audit entry."""
        batch = Batch.objects.create(
            county_id=self.county.division_id, deed=deed, reason=reason, by_id=self.by.id,
            by_name=self.by.name, report={**counts, "days": [self.day.isoformat()]},
        )  # fmt: skip
        write(self.plan, self.state, batch_id=batch.pk, as_of=self.day)
        for one in self._decisions:
            one.batch = batch
        Decision.objects.bulk_create(self._decisions)
        if minutes:
            _keep(batch, self.federation_id, minutes)
        record(
            by=self.by, verb=f"roster.{deed.value}", subject="batch", subject_id=batch.pk,
            unit_code=self.code, before={"posts": self._posts()}, after={"posts": self._given},
            day=self.day.isoformat(), reason=reason, **counts,
            enters=[one.person_id for one in self._decisions if one.begins],
            leaves=[one.person_id for one in self._decisions if not one.begins],
        )  # fmt: skip
        return batch


def _county(unit: Place) -> Place:
    return next(one for one in counties() if unit.code.startswith(one.prefix))


def _keep(batch: Batch, federation_id: int, minutes: Minutes) -> None:
    Meeting.objects.create(
        batch=batch, federation_id=federation_id, held_on=minutes.held_on, place=minutes.place,
        due=minutes.due, present=minutes.present, in_favour=minutes.in_favour,
        minutes=minutes.minutes, seats=minutes.seats,
        vice_chairs=minutes.vice_chairs,
    )  # fmt: skip
