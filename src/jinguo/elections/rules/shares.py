"""Shares of a whole, as election rules state them: at least 2/3, more than 1/2."""

import math
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole number of people: at least ``part`` of it, or more than ``part``."""

    part: Fraction
    more_than: bool = False

    def needed(self, whole: int) -> int:
        """The smallest number of people that is the share: 2/3 of 36 → 24, over 1/2 of 36 → 19."""
        exact = self.part * whole
        return math.floor(exact) + 1 if self.more_than else math.ceil(exact)

    @property
    def words(self) -> str:
        """The share in words: at least 2/3."""
        text = _("more than %(part)s") if self.more_than else _("at least %(part)s")
        return text % {"part": self.part}


@dataclass(frozen=True, slots=True)
class Difference:
    """How many more candidates than seats there must be (差额).

    ``ratio`` of the seats, rounded ``up``, ``down`` or ``half_up`` to whole candidates, and
    ``at_least`` that many.
    """

    at_least: int
    ratio: Fraction = Fraction(0)
    rounding: str = "up"

    def candidates(self, seats: int) -> int:
        """The smallest number of candidates for so many seats: 15 seats and one more → 16."""
        exact = self.ratio * seats
        rounded = {
            "up": math.ceil(exact),
            "down": math.floor(exact),
            "half_up": math.floor(exact + Fraction(1, 2)),
        }[self.rounding]
        return seats + max(self.at_least, rounded)
