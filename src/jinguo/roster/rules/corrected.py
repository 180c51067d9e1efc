"""A list that repeats what was corrected by hand says nothing new."""

from collections.abc import Collection
from datetime import date
from typing import Any


def repeats_corrected(listed: Any, recorded: Any, now: Any, former: Collection[Any]) -> bool:
    """Whether a list says what stood before a correction that still stands.

    Offices hand in the next list from the file of the last one, with the mistake in it. So the
    value ``recorded`` stays where it is that of the correction (``now``) and ``listed`` is one of
    those before it (``former``). Anything else a list says is new and is followed.
    """
    wrong = stored(listed)
    return bool(wrong) and wrong != now and stored(recorded) == (now or None) and wrong in former


def as_listed(listed: Any, recorded: Any, former: Collection[Any]) -> Any:
    """What a list is compared with: what it says itself where that stood before a correction."""
    return listed if listed and stored(listed) in former else recorded


def stored(value: Any) -> Any:
    """A value as changes keep it: days as text, nothing for what is empty."""
    return value.isoformat() if isinstance(value, date) else value or None
