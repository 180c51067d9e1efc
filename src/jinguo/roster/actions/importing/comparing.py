"""What a row says that is not recorded yet. A blank cell says nothing: it erases nothing."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from jinguo.roster.enums import Kind, Post
from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.facts import FACT_TITLES, PERSON_FACTS, SEAT_FACTS

_person_of = attrgetter(*PERSON_FACTS)
_seat_of = attrgetter(*SEAT_FACTS)
_texts_of = attrgetter(*(name for name in SEAT_FACTS if name != "categories"))

GAPS = tuple(name for name in SEAT_FACTS if name not in ("post", "kind"))
"""What a list may leave open of a seat."""


def facts_of(row: RosterRow) -> tuple[Any, ...]:
    """What a row says of a person, in the order of ``PERSON_FACTS``."""
    found: tuple[Any, ...] = _person_of(row)
    return found


def seat_of(row: RosterRow, before: Held | None = None) -> tuple[Any, ...]:
    """What a row says of a seat, in the order of ``SEAT_FACTS``.

    What it leaves open is as it was in the seat ``before``, but for its remark.
    """
    stated: tuple[Any, ...] = _seat_of(row)
    if before is None:
        return stated
    return tuple(
        getattr(before, name) if not value and name in GAPS and name != "remark" else value
        for name, value in zip(SEAT_FACTS, stated, strict=True)
    )


def new_seat(held: Held, row: RosterRow) -> dict[str, Any]:
    """Facts of a seat that the row states otherwise than recorded."""
    if _texts_of(row) == _texts_of(held) and list(row.categories) == held.categories:
        return {}
    return {name: plain(getattr(row, name)) for name in SEAT_FACTS if _differs(held, row, name)}


def _differs(held: Held, row: RosterRow, name: str) -> bool:
    listed = plain(getattr(row, name))
    if not listed and not (name == "kind" and held.kind in (Kind.PART_TIME, Kind.SECONDED)):
        return False
    return bool(listed != getattr(held, name))


def plain(value: Any) -> Any:
    """A value as it is stored: lists for tuples, texts for choices."""
    if isinstance(value, tuple):
        return list(value)
    return value.value if hasattr(value, "value") else value


def in_words(
    held: Held,
    differing: dict[str, Any],
    begins: date | None,
    described: dict[str, Any],
    categories: Mapping[str, str],
) -> str:
    """What changes in a seat and in its holder, for the line of the report.

    ``categories`` gives the names of slugs.
    """
    parts = [f"{held.starts_on} → {begins}"] if begins else []
    parts += [
        f"{_shown(name, getattr(held, name), categories)} → {_shown(name, value, categories)}"
        for name, value in differing.items()
    ]
    parts += [f"{FACT_TITLES[name]} → {value}" for name, value in described.items()]
    return "；".join(str(part) for part in parts)


def _shown(name: str, value: Any, categories: Mapping[str, str]) -> str:
    if name == "post":
        return str(Post(value).label)
    if name == "kind":
        return str(Kind(value).label)
    if isinstance(value, list):
        return "、".join(categories.get(one, one.removeprefix("?")) for one in value) or "—"
    return str(value) or "—"
