"""How much was asked of a unit in a week, and by whom."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from jinguo.agenda.enums import Owing
from jinguo.agenda.rules.owed import title


@dataclass(frozen=True, slots=True)
class Ask:
    """Something a unit was asked for on a day, done since or not; in the words of ``Owed``."""

    kind: Owing
    federation_id: int
    subject: str
    part: str
    asked_by: str
    asked_on: date

    @property
    def title(self) -> str:
        """What was to be done, in the reader's language."""
        return title(self.subject, self.part)


@dataclass(frozen=True)
class Burden:
    """What was asked of a unit from Monday to Sunday: ``asks``, and ``reminders`` it was sent.

    All that it was told of units below it on a day is one reminder. ``cap`` is how many reminders a
    week may bring it.
    """

    federation_id: int
    unit_code: str
    unit_name: str
    monday: date
    asks: tuple[Ask, ...]
    reminders: int
    cap: int

    @cached_property
    def by_whom(self) -> dict[str, int]:
        """Who asked → how many things, most first."""
        return dict(Counter(one.asked_by for one in self.asks).most_common())

    @property
    def total(self) -> int:
        """How often the unit was turned to this week."""
        return len(self.asks) + self.reminders

    @property
    def full(self) -> bool:
        """Whether no more reminders go out to it this week."""
        return self.reminders >= self.cap

    def as_json(self) -> dict[str, Any]:
        """The form other programs read (``jinguo agenda burden --json``)."""
        return {
            "unit": self.unit_code,
            "name": self.unit_name,
            "week": self.monday.isoformat(),
            "asked": len(self.asks),
            "by": self.by_whom,
            "reminders": self.reminders,
            "cap": self.cap,
        }
