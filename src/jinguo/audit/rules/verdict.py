"""What verification found, in words."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from jinguo.audit.enums import Wrong
from jinguo.audit.rules.canonical import EPOCH

FEW = 3
SHOWN = 100
"""So many problems are kept in words; all of them are counted."""

SENTENCES: dict[Wrong, Promise] = {
    Wrong.DELETED: _("Position %(position)s: entry %(entry)s, sealed %(at)s, was deleted."),
    Wrong.EDITED: _(
        "Position %(position)s: entry %(entry)s of %(at)s was edited after it was sealed."
    ),
    Wrong.INSERTED: _(
        "Entry %(entry)s of %(at)s was inserted, or edited before it was sealed: the system "
        "did not write it like this."
    ),
    Wrong.MOVED: _(
        "Position %(position)s: entry %(entry)s of %(at)s stands in another place, or under "
        "another number or time, than it was sealed with: entries were reordered."
    ),
    Wrong.COPIED: _("Entry %(entry)s of %(at)s was inserted: it is a copy of another entry."),
    Wrong.SEAL_MISSING: _(
        "Positions %(first)s to %(position)s: their seals were deleted, the last before %(at)s."
    ),
    Wrong.SEAL_ALTERED: _(
        "Position %(position)s: the seal of entry %(entry)s, sealed %(at)s, was altered, or "
        "does not follow the one before it."
    ),
    Wrong.TRUNCATED: _(
        "The end was cut off: the record ends at position %(position)s, the anchor of %(at)s "
        "knows position %(entry)s."
    ),
    Wrong.OTHER_FILE: _(
        "The file is not the one that entries up to position %(position)s were moved into."
    ),
    Wrong.REWRITTEN: _(
        "Position %(position)s is not what it was when the anchor of %(at)s was made: the record "
        "was rewritten from there or before."
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: with which entry, of when (microseconds since 1970).

    A cut-off end gives the anchor's position as ``entry``; missing seals begin at ``first``.
    """

    wrong: Wrong
    position: int | None
    entry: int | None
    at: str
    first: int | None = None

    def __str__(self) -> str:
        return str(SENTENCES[self.wrong]) % {
            "position": self.position,
            "entry": self.entry,
            "at": moment(self.at),
            "first": self.first,
        }


@dataclass(slots=True)
class Tail:
    """Entries that were committed and not sealed yet."""

    count: int = 0
    first: int | None = None
    last: int | None = None
    since: str = ""

    def add(self, entry: int, at: str) -> None:
        """One more of them; they come by number."""
        if not self.count:
            self.first, self.since = entry, at
        self.count, self.last = self.count + 1, entry


@dataclass(slots=True)
class Verdict:
    """What verification found: ``sealed`` entries, from ``begins`` to ``ends``.

    ``genuine`` counts those that fit the key, ``foreign`` those at the beginning that do not.
    ``anchored`` is True where the anchor was found in its place, None where there was none, or
    where it is older than what is still kept.
    """

    sealed: int = 0
    begins: int = 0
    ends: int = 0
    genuine: int = 0
    foreign: int = 0
    count: int = 0
    problems: list[Problem] = field(default_factory=list)
    tail: Tail = field(default_factory=Tail)
    anchored: bool | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.count == 0

    @property
    def other_key(self) -> bool:
        """Whether many at the beginning do not fit: then it is rather the key that is another.

        So after a restore without it: what was written since is signed with a new one.
        """
        return self.foreign >= FEW or (self.foreign == self.sealed > 0)

    def add(self, problem: Problem) -> None:
        """One more problem; the first of them are kept."""
        self.count += 1
        if len(self.problems) < SHOWN:
            self.problems.append(problem)


def moment(at: str) -> str:
    """Microseconds since 1970 as local date and time; as they stand where that is no time."""
    try:
        return f"{localtime(EPOCH + timedelta(microseconds=int(at))):%Y-%m-%d %H:%M:%S}"
    except (TypeError, ValueError, OverflowError):
        return at


def iso(at: str) -> str | None:
    """The same for other programs."""
    try:
        found: datetime = localtime(EPOCH + timedelta(microseconds=int(at)))
    except (TypeError, ValueError, OverflowError):
        return None
    return found.isoformat()
