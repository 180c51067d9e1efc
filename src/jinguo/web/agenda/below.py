"""The units below a reader that owe something, a line each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from jinguo.agenda.enums import Owing
from jinguo.agenda.rules.owed import Owed
from jinguo.web.agenda.cards import due_in_words, in_short


@dataclass
class Line:
    """A unit, what it owes, and how late the earliest of it is."""

    code: str
    name: str
    due: str
    late: bool
    things: list[str] = field(default_factory=list)
    returned: int = 0

    @property
    def url(self) -> str:
        """The page of the unit."""
        return reverse("units:unit", args=[self.code])


def lines(owed: Iterable[Owed], day: date, codes: dict[int, str]) -> list[Line]:
    """A line a unit in the order of what is most pressing; ``codes`` are those of today."""
    found: dict[int, Line] = {}
    for one in owed:
        line = found.get(one.federation_id)
        if line is None:
            code, words = codes[one.federation_id], due_in_words(one.due_on, day)
            line = Line(code, one.unit_name, words, one.due_on < day)
            found[one.federation_id] = line
        if (thing := in_short(one)) not in line.things:
            line.things.append(thing)
        line.returned += one.kind is Owing.RETURNED
    return list(found.values())
