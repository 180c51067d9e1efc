"""When a step is done, from nothing but the papers that are there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.enums import Made
from jinguo.campaigns.rules.papers import made_of


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that is there from ``day`` on, before ``until`` where it ends (a group).

    ``names`` are those that were handed in in one file; what another record is has none.
    """

    made: Made
    record_id: int
    day: date
    names: tuple[str, ...] = ()
    until: date | None = None

    def is_there(self, name: str, day: date) -> bool:
        """Whether on this day it is the paper of this name."""
        named = name in self.names or self.made in made_of(name)
        return named and self.day <= day and (self.until is None or day < self.until)


def found(names: Sequence[str], papers: Iterable[Paper], day: date) -> dict[str, Paper]:
    """Which of these papers are there on a day, each by the earliest record that is it."""
    standing = sorted(papers, key=lambda one: (one.day, one.made, one.record_id))
    known: dict[str, Paper] = {}
    for name in names:
        for one in standing:
            if one.is_there(name, day):
                known[name] = one
                break
    return known


def done_on(names: Sequence[str], papers: Mapping[str, Paper]) -> date | None:
    """The day on which the last of its papers was there; ``None`` where one lacks."""
    if not names or any(name not in papers for name in names):
        return None
    return max(papers[name].day for name in names)
