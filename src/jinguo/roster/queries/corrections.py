"""What was changed of the facts of a person, by whom and when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from jinguo.people.queries import masked
from jinguo.roster.enums import Deed
from jinguo.roster.models import Change
from jinguo.roster.rules.facts import FACT_TITLES


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact before and after, in words; a number masked; empty is not stated."""

    title: str | Promise
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FactsChange:
    """What one batch changed of her."""

    batch_id: int
    deed: str
    applied_at: datetime
    by_name: str
    reason: str
    undone_at: datetime | None
    undone_by: str
    facts: tuple[FactChange, ...]

    @property
    def title(self) -> str:
        """What it was, in words."""
        return str(Deed(self.deed).label)

    @property
    def by_hand(self) -> bool:
        """Whether it is a correction in force, which can be taken back by itself."""
        return self.deed == Deed.CORRECTION and self.undone_at is None


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a fact last, and when; empty where it stands as it was first read."""

    who: str
    when: datetime | None


def fact_changes(person_id: int, *, limit: int = 50) -> list[FactsChange]:
    """The latest changes of her facts, newest first, by correction or list; one query."""
    return [
        FactsChange(
            batch_id=one.batch_id,
            deed=one.batch.deed,
            applied_at=one.batch.applied_at,
            by_name=one.batch.by_name,
            reason=one.batch.reason,
            undone_at=one.batch.undone_at,
            undone_by=one.batch.undone_by,
            facts=_steps(one.before, one.after or {}),
        )
        for one in _changes(person_id)[:limit]
    ]


def last_writer(person_id: int, fact: str) -> Writer:
    """Who wrote a fact last: a correction, a list, or whoever took one of them back."""
    found = Writer("", None)
    for one in _changes(person_id):
        if fact not in one.before:
            continue
        batch = one.batch
        for who, when in ((batch.by_name, batch.applied_at), (batch.undone_by, batch.undone_at)):
            if when is not None and (found.when is None or when > found.when):
                found = Writer(who, when)
    return found


@dataclass(slots=True)
class Corrected:
    """What corrections in force made of one fact: the value of the newest, and those before it."""

    now: Any = ""
    former: set[Any] = field(default_factory=set)


def corrections_in_force(person_ids: Collection[int]) -> dict[int, dict[str, Corrected]]:
    """Person → fact → what was corrected by hand, values as they are stored; one query."""
    found: dict[int, dict[str, Corrected]] = {}
    corrected = Change.objects.filter(
        subject="person", subject_id__in=person_ids, batch__deed=Deed.CORRECTION,
        batch__undone_at__isnull=True,
    ).order_by("batch_id", "pk")  # fmt: skip
    for person_id, before, after in corrected.values_list("subject_id", "before", "after"):
        facts = found.setdefault(person_id, {})
        for name, value in (after or {}).items():
            one = facts.setdefault(name, Corrected())
            one.now = value
            one.former.add((before or {}).get(name))
    return found


def _changes(person_id: int) -> Any:
    found = Change.objects.filter(subject="person", subject_id=person_id)
    found = found.exclude(after__has_key="merged_into")
    return found.select_related("batch").order_by("-batch_id", "-pk")


def _steps(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FactChange, ...]:
    return tuple(
        FactChange(title, _words(name, before.get(name)), _words(name, after.get(name)))
        for name, title in FACT_TITLES.items()
        if name in before
    )


def _words(name: str, value: Any) -> str:
    if name == "phone":
        return masked(value or "")
    return str(value or "")[:7] if name == "birth_month" else str(value or "")
