"""Rows, records and seats side by side: what each says, and where they differ."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext as _

from jinguo.people.queries import masked
from jinguo.roster.enums import Kind, Post
from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.facts import FACT_TITLES, PERSON_FACTS, SEAT_FACTS
from jinguo.roster.rules.timeline import Facts, Seat

_person_of = attrgetter(*PERSON_FACTS)
_seat_of = attrgetter(*SEAT_FACTS)


def facts_of(row: RosterRow) -> tuple[Any, ...]:
    """What a row says of a person, in the order of ``PERSON_FACTS``."""
    found: tuple[Any, ...] = _person_of(row)
    return found


def seat_of(row: RosterRow) -> Facts:
    """What a row says of a seat, in the order of ``SEAT_FACTS``."""
    found: Facts = _seat_of(row)
    return found


def held_facts(held: Held) -> Facts:
    """What is recorded of a seat, in the same order."""
    found = _seat_of(held)
    return tuple(tuple(value) if isinstance(value, list) else value for value in found)


def differing(held: Held, seat: Seat) -> dict[str, Any]:
    """What a seat is that the record of it does not say yet, as it is stored."""
    pairs = zip(SEAT_FACTS, held_facts(held), seat.facts, strict=True)
    found = {name: plain(new) for name, old, new in pairs if old != new}
    for name in ("starts_on", "ends_on", "dated"):
        if getattr(seat, name) != getattr(held, name):
            found[name] = getattr(seat, name)
    return found


def plain(value: Any) -> Any:
    """A value as it is stored: lists for tuples, texts for choices."""
    if isinstance(value, tuple):
        return list(value)
    return value.value if hasattr(value, "value") else value


def in_words(
    before: Held, seat: Seat, described: Mapping[str, Any], categories: Mapping[str, str]
) -> str:
    """What changes in a seat and in its holder, for the line of the report.

    ``categories`` gives the names of slugs.
    """
    parts = [f"{before.starts_on} → {seat.starts_on}"] if before.starts_on != seat.starts_on else []
    parts += [
        _("%(title)s: %(before)s → %(after)s")
        % {
            "title": FACT_TITLES[name],
            "before": shown_fact(name, getattr(before, name), categories),
            "after": shown_fact(name, value, categories),
        }
        for name, value in differing(before, seat).items()
        if name in SEAT_FACTS
    ]
    parts += [
        f"{FACT_TITLES[name]} → {masked(value) if name == 'phone' else value}"
        for name, value in described.items()
    ]
    return "；".join(str(part) for part in parts)


def shown_fact(name: str, value: Any, categories: Mapping[str, str]) -> str:
    """A fact of a seat in words; ``categories`` gives the names of slugs."""
    if name == "post":
        return str(Post(value).label)
    if name == "kind":
        return str(Kind(value).label)
    if isinstance(value, list | tuple):
        return "、".join(categories.get(one, one.removeprefix("?")) for one in value) or "—"
    return str(value) or "—"
