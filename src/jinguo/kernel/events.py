"""Typed events between rooms: the lower room announces, a higher room listens.

Listeners run inside the announcer's transaction, so that what follows from a
fact is written with it or not at all.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

Event = TypeVar("Event")

_listeners: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)


def listens_to(
    event: type[Event],
) -> Callable[[Callable[[Event], None]], Callable[[Event], None]]:
    """Register a function to be called with every announced event of this type."""

    def register(listener: Callable[[Event], None]) -> Callable[[Event], None]:
        _listeners[event].append(listener)
        return listener

    return register


def announce(event: object) -> None:
    """Call every listener of this event's type, in order of registration."""
    for listener in _listeners[type(event)]:
        listener(event)
