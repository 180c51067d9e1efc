"""Half-open periods of days: from ≤ D < until, ``None`` meaning without end."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """The days D with ``start`` ≤ D < ``until``; ``None`` is open on that side."""

    start: date | None
    until: date | None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (
            self.until is None or day < self.until
        )

    @property
    def empty(self) -> bool:
        """True where no day lies in the period."""
        return self.start is not None and self.until is not None and self.until <= self.start

    def overlaps(self, other: "Period") -> bool:
        """True where at least one day lies in both periods."""
        if self.empty or other.empty:
            return False
        return (self.start is None or other.until is None or self.start < other.until) and (
            other.start is None or self.until is None or other.start < self.until
        )
