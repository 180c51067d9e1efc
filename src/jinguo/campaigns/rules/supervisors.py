"""Who supervises a unit: whoever is named for what is nearest to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named for a part of the tree (``division_id``) or a wave (``wave_id``)."""

    who: str
    person_id: int | None
    division_id: int | None
    wave_id: int | None
    begins_on: date | None
    ends_on: date | None

    def holds_on(self, day: date) -> bool:
        """From ≤ day < until; an open end holds on."""
        begun = self.begins_on is None or self.begins_on <= day
        return begun and (self.ends_on is None or day < self.ends_on)


def nearest(
    named: Iterable[Named], *, divisions: Sequence[int], wave_id: int, day: date
) -> list[Named]:
    """Those named for the unit itself, else for its township, else its wave, else the county.

    ``divisions`` are the unit's own and those above it, nearest first, the county last.
    """
    standing = [one for one in named if one.holds_on(day)]
    *near, county = divisions
    circles = [
        *([one for one in standing if one.division_id == place] for place in near),
        [one for one in standing if one.wave_id == wave_id],
        [one for one in standing if one.division_id == county],
    ]
    return next((found for found in circles if found), [])
