"""Whose rows the connections of this process may see, where tables are guarded by row security.

A guarded table shows nothing until somebody says whom it is read for: a query typed into a
shell, or a page that forgot its condition, finds no row that it should not. The door of the pages
gives each request the part of the tree of whoever is signed in (``within``); commands that act as
the system open the whole (``open_for_process``); actions that must look around, to tell
namesakes apart, open it for as long as they need (``whole_tree``).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SETTING = "jinguo.scope"
"""The setting of the session that policies read: ``*``, or prefixes of codes between commas."""

WHOLE = "*"

_default = ""
_current: ContextVar[str | None] = ContextVar("scope", default=None)


def scope() -> str:
    """What connections show at this moment; empty is nothing."""
    chosen = _current.get()
    return _default if chosen is None else chosen


def open_for_process() -> None:
    """Whatever this process asks is asked by the system itself: commands, jobs, tests."""
    global _default
    _default = WHOLE


def close_for_process() -> None:
    """Nothing is shown until a request says for whom."""
    global _default
    _default = ""


@contextmanager
def within(prefixes: Iterable[str]) -> Iterator[None]:
    """Only the parts of the tree with these prefixes of today's codes; an empty one is the whole.

    Where a wider view was open in this context it is narrowed until the block ends.
    """
    chosen = set(prefixes)
    token = _current.set(WHOLE if "" in chosen else ",".join(sorted(chosen)))
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def whole_tree() -> Iterator[None]:
    """Everything, for an action that has checked its rights and must know who else there is."""
    token = _current.set(WHOLE)
    try:
        yield
    finally:
        _current.reset(token)
