"""One correction: read, compared with what others wrote meanwhile, written as a batch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import Place, counties
from jinguo.kernel.actor import PERSONS, Actor
from jinguo.people.models import Person
from jinguo.people.queries import masked
from jinguo.roster.actions.correcting.reading import read_facts
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.enums import Deed
from jinguo.roster.errors.corrections import NothingToCorrect, PersonClosed
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.models import Batch, Change
from jinguo.roster.queries.corrections import last_writer
from jinguo.roster.queries.people import person_card
from jinguo.roster.rules.three_ways import three_ways
from jinguo.roster.writers.facts import fact_text, facts_of_person


@dataclass(frozen=True, slots=True)
class Theirs:
    """A fact that somebody else changed meanwhile: what it is now (a number masked), who, when."""

    fact: str
    value: str
    who: str
    when: datetime | None


@dataclass(slots=True)
class Outcome:
    """What became of a correction. Without a ``batch`` nothing was written.

    ``faults`` are sentences by fact; ``clashes`` are facts that both changed, of which one value
    must be chosen; ``kept`` are facts that only others changed: they stay as they are now. Where
    something clashes, ``now`` is every fact as it stands (``writers.facts.facts_of_person``).
    """

    batch: Batch | None = None
    faults: Mapping[str, list[str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    clashes: list[Theirs] = field(default_factory=list)
    kept: list[Theirs] = field(default_factory=list)
    now: Mapping[str, str] = field(default_factory=dict)


@whole_tree()
@transaction.atomic
def correct(
    *,
    person_id: int,
    words: Mapping[str, str],
    shown: Mapping[str, str],
    reason: str,
    today: date,
    by: Actor,
) -> Outcome:
    """Write what somebody corrected of a woman, unless others wrote over the same meanwhile.

    ``words`` and ``shown`` are by fact, as the form holds them and as it was opened
    (``writers.facts.shown_facts``); an empty telephone leaves the number as it is, 无 takes it
    away. Lists of earlier days do not write over it. The values and the reason, which may name
    her, stand in the batch and not in the audit record, which nobody could erase. Raises
    ``PersonUnknown``, ``PersonClosed`` and ``NothingToCorrect``.
    """
    code = _kept_by(person_id, today, by)
    county = _county(code)
    queue_up(county.division_id)
    person = Person.objects.select_for_update().get(pk=person_id)
    if not person.name:
        raise PersonUnknown(person=person_id)
    reading = read_facts(_touched(words, shown), person.name, today)
    if reading.faults:
        return Outcome(faults=reading.faults)
    mine = {name: fact_text(name, value) for name, value in reading.values.items()}
    now = facts_of_person(person)
    verdict = three_ways(shown, mine, now)
    clashes, kept = _theirs(person, verdict.clashes), _theirs(person, verdict.kept)
    if clashes:
        return Outcome(clashes=clashes, kept=kept, now=now)
    if not verdict.write:
        raise NothingToCorrect(name=person.name)
    new = {name: reading.values[name] for name in verdict.write}
    batch = _write(person, new, county, reason, today, by)
    record(
        by=by, verb="roster.correction", subject="person", subject_id=person_id, unit_code=code,
        batch=batch.pk, fields=sorted(new),
    )  # fmt: skip
    return Outcome(batch=batch, remarks=reading.remarks, kept=kept)


def theirs(person_id: int, fact: str) -> Theirs:
    """A fact as it is now, and who wrote it last."""
    return _theirs(Person.objects.get(pk=person_id), [fact])[0]


def _kept_by(person_id: int, today: date, by: Actor) -> str:
    """The code of the unit of hers for which the actor keeps persons."""
    card = person_card(person_id, today, by)
    if card is None:
        raise PersonUnknown(person=person_id).asked(by, PERSONS, "person", person_id)
    if card.erased:
        raise PersonUnknown(person=person_id)
    if not card.keeps_unit:
        raise PersonClosed(name=card.name).asked(by, PERSONS, "person", person_id)
    return card.keeps_unit


def _touched(words: Mapping[str, str], shown: Mapping[str, str]) -> dict[str, str]:
    """What is not as it was shown; of the number a form holds only the new one."""
    return {
        name: text.strip()
        for name, text in words.items()
        if (text.strip() if name == "phone" else text.strip() != shown.get(name))
    }


def _theirs(person: Person, names: Iterable[str]) -> list[Theirs]:
    found = []
    for name in names:
        value = getattr(person, name)
        text = masked(value) if name == "phone" else fact_text(name, value)
        writer = last_writer(person.pk, name)
        found.append(Theirs(name, text, writer.who, writer.when))
    return found


def _write(
    person: Person, new: Mapping[str, Any], county: Place, reason: str, today: date, by: Actor
) -> Batch:
    batch = Batch.objects.create(
        county_id=county.division_id, deed=Deed.CORRECTION, reason=reason, by_id=by.id,
        by_name=by.name, report={"corrected": len(new), "days": [today.isoformat()]},
    )  # fmt: skip
    after = {**new, "described_on": max(person.described_on or today, today)}
    before = {name: _json(getattr(person, name)) for name in after}
    said = {name: _json(value) for name, value in new.items()}
    Change.objects.create(
        batch=batch, subject="person", subject_id=person.pk, before=before, after=said
    )
    for name, value in after.items():
        setattr(person, name, value)
    person.save(update_fields=list(after))
    return batch


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _county(code: str) -> Place:
    return next(one for one in counties() if code.startswith(one.prefix))
