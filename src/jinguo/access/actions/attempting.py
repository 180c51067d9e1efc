"""Putting on record what somebody tried without the right to it."""

from collections.abc import Iterable
from datetime import timedelta

from jinguo.access.queries.objects import thing_of
from jinguo.audit.actions import record_refusal
from jinguo.audit.queries.refusals import refused_lately
from jinguo.kernel.attempts import Attempt

LONGEST = 200
ONCE = timedelta(hours=1)
"""Within this time the same thing refused to the same reader is one entry."""


def record_attempts(tried: Iterable[Attempt], *, what: str, each: bool = True) -> None:
    """Put refusals on record, once an hour; nothing where the thing does not exist at all.

    ``what`` is the address or the command. Unless ``each``, asking for the same thing at another
    address is the same again. Call it where the refused deed's transaction is over.
    """
    what = what[:LONGEST]
    for one in dict.fromkeys(tried):
        code = _code(one)
        asked = {"right": one.right, "subject": one.subject, "subject_id": one.subject_id[:60]}
        if code is None or refused_lately(
            by_id=one.by.id, within=ONCE, what=what if each else "", **asked
        ):
            continue
        record_refusal(by=one.by, what=what, unit_code=code, why=one.why, **asked)


def _code(one: Attempt) -> str | None:
    if one.unit_code or one.subject == "address":
        return one.unit_code
    thing = thing_of(one.subject, one.subject_id)
    return None if thing is None else next(iter(thing.codes), "")
