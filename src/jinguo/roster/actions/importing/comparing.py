"""What a row says that is not recorded yet. A blank cell says nothing: it erases nothing."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext_lazy as _

from jinguo.roster.enums import Kind, Post
from jinguo.roster.queries.state import Held
from jinguo.roster.readers import RosterRow

FACT_NAMES = {
    "gender": _("gender"),
    "ethnicity": _("ethnicity"),
    "birth": _("month of birth"),
    "political_status": _("political status"),
    "education": _("education"),
    "occupation": _("occupation"),
    "phone": _("phone"),
}
PERSON_FACTS = tuple(FACT_NAMES)
"""What a row says of a person. Reading, comparing and writing all go by this list."""

SEAT_FACTS = ("post", "kind", "categories", "sector", "origin", "remark")
_seat_of = attrgetter("post", "kind", "sector", "origin", "remark")


def new_seat(held: Held, row: RosterRow) -> dict[str, Any]:
    """Facts of a seat that the row states otherwise than recorded."""
    if _seat_of(row) == _seat_of(held) and list(row.categories) == held.categories:
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
    parts += [f"{FACT_NAMES[name]} → {value}" for name, value in described.items()]
    return "；".join(str(part) for part in parts)


def _shown(name: str, value: Any, categories: Mapping[str, str]) -> str:
    if name == "post":
        return str(Post(value).label)
    if name == "kind":
        return str(Kind(value).label)
    if isinstance(value, list):
        return "、".join(categories.get(one, one.removeprefix("?")) for one in value) or "—"
    return str(value) or "—"
