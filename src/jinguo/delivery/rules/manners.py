"""When nobody is disturbed, and how much a week may ask of a unit."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

NIGHT = (time(23), time(6))
"""Quiet in any case: groups of federations write between 6:00 and 23:00 (common practice)."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Quiet from ≤ t < until (over midnight); at most ``weekly_cap`` notices from Monday on."""

    quiet_from: time
    quiet_until: time
    weekly_cap: int

    def quiet(self, at: time) -> bool:
        """Whether nobody is disturbed at this time of the day."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until


def fault(manner: Manner) -> str:
    """What is wrong with it, in a sentence; empty where nothing is."""
    evening, morning = manner.quiet_from, manner.quiet_until
    if not (morning < evening <= NIGHT[0] and morning >= NIGHT[1]):
        return _(
            "The quiet hours must cover the night from 23:00 to 6:00 and leave some of the day, "
            "like 21:30 to 7:00."
        )
    if not 1 <= manner.weekly_cap <= 100:
        return _("A unit gets at least one reminder a week and at most a hundred; ten are usual.")
    return ""


def week_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())
