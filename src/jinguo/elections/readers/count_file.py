"""The count file: one vote as other programs hand it in (``jinguo election tally``)."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jinguo.elections.enums import Base
from jinguo.elections.readers.fields import Fields, Mistake
from jinguo.elections.rules.counts import Ballots, Count, Meeting, Votes
from jinguo.elections.rules.shares import Difference, Share
from jinguo.elections.rules.standards import Standards

_MOST_BYTES = 20_000_000
_VOTE = ("due", "present", "leave", "seats", "ballots", "candidates", "rules")
_BALLOTS = ("issued", "returned", "invalid")
_CANDIDATE = ("name", "for", "against", "abstain", "write_in")
_RULES = {
    "quorum": ("share", "more_than"),
    "majority": ("share", "more_than", "of"),
    "difference": ("at_least", "ratio", "rounding"),
}


@dataclass(frozen=True, slots=True)
class CountFile:
    """What a file says: a count and its rules, or the mistakes that stand against reading it."""

    count: Count
    standards: Standards
    mistakes: tuple[Mistake, ...]


def read_count(content: bytes, default: Standards) -> CountFile:
    """Read a count file. What it does not say of the rules is taken from ``default``.

    Every mistake is found, with its path and what would be right.
    """
    try:
        document = json.loads(_decoded(content), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        return _unreadable(_not_json(error), default)
    if not isinstance(document, dict):
        return _unreadable(_("Write one object in braces: { … }."), default)
    fields = Fields("", document)
    fields.only(_VOTE)
    count = _count(fields)
    standards = _standards(fields.part("rules", needed=False), default)
    return CountFile(count, standards, tuple(fields.mistakes))


def _count(fields: Fields) -> Count:
    due = fields.number("due", least=1)
    meeting = Meeting(due, fields.number("present"), fields.number("leave"))
    seats = fields.number("seats", least=1)
    part = fields.part("ballots", needed=True)
    part.only(_BALLOTS)
    ballots = Ballots(part.number("issued"), part.number("returned"), part.number("invalid"))
    return Count(meeting, seats, ballots, _candidates(fields))


def _candidates(fields: Fields) -> list[Votes]:
    listed = fields.values.get("candidates")
    if not isinstance(listed, list) or not listed:
        fields.wrong("candidates", _("Write a list of at least one candidate: [ { … } ]."))
        return []
    return [_votes(at, one, fields) for at, one in enumerate(listed)]


def _votes(at: int, one: Any, fields: Fields) -> Votes:
    path = f"candidates[{at}]"
    if not isinstance(one, dict):
        fields.wrong(path, _("Write an object in braces here: { … }."))
        return Votes("", 0)
    candidate = Fields(path, one, fields.mistakes)
    candidate.only(_CANDIDATE)
    write_in = candidate.truth("write_in", default=False)
    unasked = 0 if write_in else None  # against whom nobody named, nobody voted
    return Votes(
        name=candidate.text("name"),
        in_favour=candidate.number("for"),
        against=candidate.number("against", default=unasked),
        abstain=candidate.number("abstain", default=unasked),
        write_in=write_in,
    )


def _standards(fields: Fields, default: Standards) -> Standards:
    fields.only([*_RULES, "write_ins"])
    parts = {name: fields.part(name, needed=False) for name in _RULES}
    for name, part in parts.items():
        part.only(_RULES[name])
    majority, difference = parts["majority"], parts["difference"]
    return Standards(
        quorum=_share(parts["quorum"], default.quorum),
        majority=_share(majority, default.majority),
        base=Base(majority.choice("of", Base.values, default.base)),
        difference=Difference(
            at_least=difference.number("at_least", default=default.difference.at_least),
            ratio=difference.share("ratio", default.difference.ratio),
            rounding=difference.choice(
                "rounding", ("up", "down", "half_up"), default.difference.rounding
            ),
        ),
        write_ins=fields.truth("write_ins", default=default.write_ins),
    )


def _share(fields: Fields, default: Share) -> Share:
    part = fields.share("share", default.part)
    return Share(part, fields.truth("more_than", default=default.more_than))


class _Unreadable(ValueError):
    """Not a document at all; the text says why."""


def _decoded(content: bytes) -> str:
    if len(content) > _MOST_BYTES:
        raise _Unreadable(_("A count file has at most 20 MB."))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _Unreadable(_("This is not a text file in UTF-8."))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose entries have different names: which of two is meant nobody can say."""
    names = [name for name, _value in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise _Unreadable(_("The entry “%(name)s” stands twice in one object.") % {"name": twice})
    return dict(pairs)


def _not_json(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        words = {"line": error.lineno, "column": error.colno}
        return _("This is not JSON: look at line %(line)s, character %(column)s.") % words
    if isinstance(error, _Unreadable):
        return str(error)
    return _("This is not JSON that can be read.")


def _unreadable(message: str, default: Standards) -> CountFile:
    nothing = Count(Meeting(1, 0, 0), 1, Ballots(0, 0, 0), [])
    return CountFile(nothing, default, (Mistake("$", message),))
