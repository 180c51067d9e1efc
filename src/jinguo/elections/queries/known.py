"""Women the roster knows, as candidates are picked from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinguo.federations.queries import newest_codes
from jinguo.kernel.actor import VIEW, Actor
from jinguo.roster.models import Appointment
from jinguo.roster.queries.committees import committee


@dataclass(frozen=True, slots=True)
class KnownWoman:
    """Somebody recorded; ``where`` names the post by which she is told from a namesake."""

    person_id: int
    name: str
    post: str
    kind: str = ""
    categories: tuple[str, ...] = ()
    unit_code: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def sitting(federation_id: int, day: date) -> list[KnownWoman]:
    """The committee that sits on the day, chair first."""
    return [
        KnownWoman(
            seat.person_id,
            seat.name,
            seat.post,
            seat.kind,
            seat.categories,
            facts={
                "ethnicity": seat.ethnicity,
                "birth_month": seat.birth_month,
                "political_status": seat.political_status,
                "education": seat.education,
                "occupation": seat.occupation,
            },
        )
        for seat in committee(federation_id, day)
    ]


def namesakes(name: str, *, reader: Actor) -> list[KnownWoman]:
    """Women of this name with a post, now or before, that the reader may see; each once."""
    rows = list(
        Appointment.objects.filter(person__name=name).select_related("person").order_by("-pk")[:50]
    )
    codes = newest_codes({row.federation_id for row in rows})
    found: dict[int, KnownWoman] = {}
    for row in rows:
        code = codes[row.federation_id]
        if reader.may(VIEW, code):
            found.setdefault(
                row.person_id, KnownWoman(row.person_id, row.person.name, row.post, unit_code=code)
            )
    return list(found.values())
