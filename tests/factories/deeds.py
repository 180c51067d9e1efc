"""Decisions by hand as tests make them."""

from datetime import date
from typing import Any

from jinguo.federations.queries import units_below
from jinguo.kernel.actor import Actor, system
from jinguo.roster.actions.correcting import correct
from jinguo.roster.actions.deciding import Departure, Member, Minutes, decide
from jinguo.roster.enums import Deed, Leaving, Post
from jinguo.roster.models import Batch
from jinguo.roster.queries.committees import committee
from jinguo.roster.writers.facts import shown_facts

TODAY = date(2026, 11, 25)


def unit(code: str, day: date = TODAY) -> int:
    """The federation with this code on a day."""
    return units_below(code, day)[0].federation_id


def sitting(federation_id: int, name: str, day: date) -> int:
    """The person of this name who sits in the unit."""
    return next(one.person_id for one in committee(federation_id, day) if one.name == name)


def posts(federation_id: int, day: date) -> dict[str, str]:
    """Name → post of everybody who sits in the unit on a day."""
    return {one.name: one.post for one in committee(federation_id, day)}


def release(
    federation_id: int, name: str, day: date, why: Leaving = Leaving.RESIGNED, **how: Any
) -> Batch:
    """She leaves."""
    gone = Departure(sitting(federation_id, name, day), why)
    return deed(Deed.RELEASE, federation_id, day, leave=[gone], **how)


def deed(
    kind: Deed, federation_id: int, day: date, *, by: Actor | None = None, **what: Any
) -> Batch:
    """Carry out a deed by hand."""
    return decide(
        federation_id=federation_id, deed=kind, day=day, today=TODAY,
        by=by or system("test"), **what,
    )  # fmt: skip


def new(name: str, post: Post = Post.EXECUTIVE, **seat: Any) -> Member:
    """Somebody not yet recorded."""
    return Member(post, name=name, **seat)


def minutes(due: int, present: int | None = None, in_favour: int | None = None) -> Minutes:
    """A meeting; everybody came and was in favour unless told otherwise."""
    came = due if present is None else present
    return Minutes(TODAY, due, came, came if in_favour is None else in_favour)


def corrected(person_id: int, *, by: Actor | None = None, **words: str) -> Batch:
    """Somebody opens the form, writes these facts, and sends it."""
    outcome = correct(
        person_id=person_id, words=words, shown=shown_facts(person_id), reason="", today=TODAY,
        by=by or system("test"),
    )  # fmt: skip
    assert outcome.batch is not None, outcome
    return outcome.batch
