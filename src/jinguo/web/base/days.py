"""The day a page describes, and the day it is compared with."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from jinguo.kernel import clock


@dataclass(frozen=True, slots=True)
class Days:
    """``day`` is today unless the address names another; ``compare`` is empty unless named.

    ``fault`` tells in words what was wrong with an address that named no real day.
    """

    day: date
    compare: date | None
    today: date
    fault: str = ""

    @property
    def past(self) -> bool:
        """Whether the page describes another day than today."""
        return self.day != self.today

    @property
    def ahead(self) -> bool:
        """Whether the day is still to come."""
        return self.day > self.today

    @property
    def query(self) -> str:
        """``?day=…&compare=…`` as every link carries it on; empty for plain today."""
        words = {"day": self.day.isoformat()} if self.past else {}
        if self.compare:
            words["compare"] = self.compare.isoformat()
        return f"?{urlencode(words)}" if words else ""


def days_of(request: HttpRequest) -> Days:
    """The days an address asks for (``?day=2017-07-31&compare=2017-05-10``)."""
    today = clock.today()
    day, day_fault = _read(request.GET.get("day", ""))
    compare, compare_fault = _read(request.GET.get("compare", ""))
    return Days(day or today, compare, today, day_fault or compare_fault)


def _read(text: str) -> tuple[date | None, str]:
    text = text.strip()
    if not text:
        return None, ""
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        fault = _("“%(text)s” is not a day. Write it like 2017-07-31.")
        return None, fault % {"text": text[:30]}
