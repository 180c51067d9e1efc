"""Deeds refused for want of a right: noted where they are refused, put on record at the door."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Self

from jinguo.kernel.actor import Actor
from jinguo.kernel.errors import JinguoError


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who lacked which right for a deed on which object; ``unit_code`` is the object's unit."""

    by: Actor
    right: str
    subject: str
    subject_id: str
    unit_code: str = ""
    why: str = ""


_noted: ContextVar[list[Attempt] | None] = ContextVar("attempts", default=None)


@contextmanager
def attempts() -> Iterator[list[Attempt]]:
    """What is refused from here on, in the order of refusing, whoever shows the refusal."""
    found: list[Attempt] = []
    before = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(before)


class NotPermitted(JinguoError):
    """A deed that the actor has no right to, as against one that cannot be done at all.

    Raised as ``raise SomeError(…).asked(by, RIGHT, subject, number, code)``: so a page may show it
    in its own way, and the door still knows of it when the deed's transaction is over.
    """

    def asked(
        self, by: Actor, right: str, subject: str, subject_id: object, unit_code: str = ""
    ) -> Self:
        """The same, noted with who asked for what."""
        found = _noted.get()
        if found is not None:
            found.append(Attempt(by, right, subject, str(subject_id), unit_code, self.code))
        return self
