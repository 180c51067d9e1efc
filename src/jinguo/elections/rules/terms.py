"""When a term ends, and how near that is."""

from datetime import date, timedelta

from jinguo.elections.enums import TermState

SOON = timedelta(days=180)
"""How long before its end a term asks for attention: about what a congress takes to prepare."""


def end_of(began: date, years: int) -> date:
    """The day on which a term of so many years is over; of 29 February, the day before March.

    >>> end_of(date(2017, 5, 23), 3)
    datetime.date(2020, 5, 23)
    """
    try:
        return began.replace(year=began.year + years)
    except ValueError:
        return began.replace(year=began.year + years, day=28)


def state_of(began: date | None, ends_on: date | None, day: date) -> TermState:
    """How a term stands on a day."""
    if began is None:
        return TermState.NONE
    if ends_on is None:
        return TermState.OPEN
    if ends_on <= day:
        return TermState.OVERDUE
    return TermState.SOON if ends_on - SOON <= day else TermState.RUNNING
