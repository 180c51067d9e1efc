"""Two records of one woman become one; parting them again is the undoing of that batch.

Everything that names the record that goes is written to name the one that stays, with
before-images; the record itself is kept among them (``roster.actions.undoing`` makes it again).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import counties, latest
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name, newest_codes
from jinguo.kernel.actor import PERSONS, Actor
from jinguo.kernel.events import announce
from jinguo.people.events import PersonsMerged
from jinguo.people.models import Person
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.enums import Deed, Post
from jinguo.roster.errors.merging import DecidedApart, MergeForbidden, RecordGone, SeatsClash
from jinguo.roster.models import Appointment, Batch, Change, Decision, TwoWomen
from jinguo.roster.queries.duplicates import keeps
from jinguo.roster.queries.state import body_of
from jinguo.roster.rules.facts import PERSON_FACTS


@whole_tree()
@transaction.atomic
def merge(*, kept_id: int, gone_id: int, by: Actor, reason: str = "") -> Batch:
    """The two are one woman: the record ``kept_id`` stays, and takes what only the other states.

    The ``reason`` is kept with the batch: it may name her, and nothing is erased from the record.
    Raises ``RecordGone``, ``MergeForbidden``, and, where it cannot be, ``SeatsClash`` or
    ``DecidedApart``; listeners refuse what they cannot follow.
    """
    codes = _take_counties([kept_id, gone_id])
    kept, gone = _both(kept_id, gone_id)
    _all_kept((kept, gone), codes[0], by)
    seats = _seats_that_go(kept, gone)
    decisions = _decisions_that_go(kept, gone)
    county = next(one for one in counties() if codes[0].startswith(one.prefix))
    batch = Batch.objects.create(
        county_id=county.division_id, deed=Deed.MERGE, reason=reason, by_id=by.id, by_name=by.name,
        report={"kept": kept_id, "gone": gone_id, "days": []},
    )  # fmt: skip
    _repoint(batch, kept, gone, seats, decisions)
    _fill_in(batch, kept, gone)
    announce(PersonsMerged(kept_id, gone_id, batch.pk, by))
    _keep_image(batch, kept, gone)
    gone.delete()
    record(
        by=by, verb="roster.merge", subject="person", subject_id=kept_id, unit_code=codes[0],
        batch=batch.pk, other=gone_id, seats=len(seats),
    )  # fmt: skip
    return batch


@whole_tree()
@transaction.atomic
def tell_apart(*, one_id: int, other_id: int, by: Actor) -> None:
    """The two are two women: they are not proposed again. Raises as ``merge`` does.

    Said twice, it is said once.
    """
    codes = _checked(one_id, other_id, by)
    lower, higher = sorted((one_id, other_id))
    _said, new = TwoWomen.objects.get_or_create(
        lower_id=lower, higher_id=higher, defaults={"by_id": by.id, "by_name": by.name}
    )
    if new:
        record(
            by=by, verb="persons.told_apart", subject="person", subject_id=lower,
            unit_code=codes[0], other=higher,
        )  # fmt: skip


@whole_tree()
@transaction.atomic
def ask_again(*, one_id: int, other_id: int, by: Actor) -> None:
    """Take back that the two are two women. Raises as ``merge`` does."""
    codes = _checked(one_id, other_id, by)
    lower, higher = sorted((one_id, other_id))
    gone, _all = TwoWomen.objects.filter(lower_id=lower, higher_id=higher).delete()
    if gone:
        record(
            by=by, verb="persons.asked_again", subject="person", subject_id=lower,
            unit_code=codes[0], other=higher,
        )  # fmt: skip


def _checked(one_id: int, other_id: int, by: Actor) -> list[str]:
    codes = _codes([one_id, other_id])
    _all_kept(_both(one_id, other_id), codes[0], by)
    return codes


def _all_kept(persons: Iterable[Person], code: str, by: Actor) -> None:
    for one in persons:
        if not keeps([one.pk], by):
            raise MergeForbidden(name=one.name).asked(by, PERSONS, "person", one.pk, code)


def _codes(person_ids: list[int]) -> list[str]:
    """Today's codes of the units in which they have or had a post; those of the first come first.

    Raises ``RecordGone`` where one of them has none.
    """
    found = Appointment.objects.filter(person_id__in=person_ids).order_by("-starts_on", "-pk")
    units = list(found.values_list("person_id", "federation_id"))
    if {person for person, _unit in units} != set(person_ids) or len(set(person_ids)) < 2:
        raise RecordGone
    codes = newest_codes({unit for _person, unit in units})
    return [codes[unit] for one in person_ids for person, unit in units if person == one]


def _take_counties(person_ids: list[int]) -> list[str]:
    """Their codes, once nobody else works on the rosters of their counties."""
    codes = _codes(person_ids)
    for number in sorted(
        one.division_id for one in counties() if any(code.startswith(one.prefix) for code in codes)
    ):
        queue_up(number)
    return _codes(person_ids)


def _both(one_id: int, other_id: int) -> tuple[Person, Person]:
    """Both, locked; who was erased is nobody any more. Raises ``RecordGone``."""
    locked = Person.objects.select_for_update().order_by("pk")
    found = {one.pk: one for one in locked.filter(pk__in=[one_id, other_id])}
    if len(found) < 2 or not all(one.name for one in found.values()):
        raise RecordGone
    return found[one_id], found[other_id]


def _seats_that_go(kept: Person, gone: Person) -> list[Appointment]:
    """The posts of the one; raises ``SeatsClash`` where the other held the same at that time."""
    ours, theirs = (
        list(Appointment.objects.select_for_update().filter(person=one).order_by("pk"))
        for one in (kept, gone)
    )
    for one in ours:
        for other in theirs:
            if _same_place(one, other) and _at_once(one, other):
                raise SeatsClash(
                    unit=_unit(one.federation_id),
                    one=Post(one.post).label, one_from=one.starts_on,
                    other=Post(other.post).label, other_from=other.starts_on,
                )  # fmt: skip
    return theirs


def _same_place(one: Appointment, other: Appointment) -> bool:
    same = body_of(one.post) == body_of(other.post)
    return same and one.federation_id == other.federation_id


def _at_once(one: Appointment, other: Appointment) -> bool:
    starts = max(one.starts_on, other.starts_on)
    return starts < min(one.ends_on or date.max, other.ends_on or date.max)


def _decisions_that_go(kept: Person, gone: Person) -> list[Decision]:
    """The decisions about the one; raises ``DecidedApart`` where one speaks of the other too."""
    both = {kept.pk, gone.pk}
    named = Decision.objects.select_for_update().order_by("pk")
    found = list(named.filter(person_id__in=both) | named.filter(instead_of_id__in=both))
    seen: dict[tuple[Any, ...], int] = {}
    for one in found:
        key = (one.federation_id, one.body, one.day, one.batch_id)
        beside = seen.setdefault(key, one.person_id) if one.person_id in both else one.person_id
        if beside != one.person_id or {one.person_id, one.instead_of_id} == both:
            raise DecidedApart(day=one.day, unit=_unit(one.federation_id))
    return [one for one in found if gone.pk in (one.person_id, one.instead_of_id)]


def _unit(federation_id: int) -> str:
    return federation_name(latest(Federation.objects.get(pk=federation_id).division_id))


def _repoint(
    batch: Batch,
    kept: Person,
    gone: Person,
    seats: Iterable[Appointment],
    decisions: Iterable[Decision],
) -> None:
    before, after = {"person": gone.pk}, {"person": kept.pk}
    images = [_image(batch, "appointment", one.pk, before, after) for one in seats]
    for one in decisions:
        named = [name for name in ("person", "instead_of") if getattr(one, f"{name}_id") == gone.pk]
        was, now = dict.fromkeys(named, gone.pk), dict.fromkeys(named, kept.pk)
        images.append(_image(batch, "decision", one.pk, was, now))
    Change.objects.bulk_create(images)
    Appointment.objects.filter(person=gone).update(person=kept)
    Decision.objects.filter(person=gone).update(person=kept)
    Decision.objects.filter(instead_of=gone).update(instead_of=kept)


def _fill_in(batch: Batch, kept: Person, gone: Person) -> None:
    """The record that stays takes what only the other states."""
    days = [day for day in (kept.described_on, gone.described_on) if day]
    new = {
        name: getattr(gone, name)
        for name in PERSON_FACTS
        if getattr(gone, name) and not getattr(kept, name)
    }
    written = {**new, "described_on": max(days, default=None)}
    before = {name: getattr(kept, name) for name in written}
    Change.objects.bulk_create([_image(batch, "person", kept.pk, _plain(before), _plain(written))])
    Person.objects.filter(pk=kept.pk).update(**written)


def _keep_image(batch: Batch, kept: Person, gone: Person) -> None:
    """The whole record that goes. Written last, it is the first to come back."""
    fields = ("name", *PERSON_FACTS, "described_on", "recorded_in")
    before = _plain({name: getattr(gone, name) for name in fields})
    Change.objects.create(
        batch=batch, subject="person", subject_id=gone.pk, before=before,
        after={"merged_into": kept.pk},
    )  # fmt: skip


def _image(
    batch: Batch, subject: str, number: int, before: dict[str, Any], after: dict[str, Any]
) -> Change:
    return Change(batch=batch, subject=subject, subject_id=number, before=before, after=after)


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in facts.items()
    }
