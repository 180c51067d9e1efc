"""One walk over seals and their entries, from the table or from a file of moved-out ones."""

from collections.abc import Iterator, Sequence
from typing import Any, LiteralString, NamedTuple

from django.db import connection

from jinguo.audit.enums import Wrong
from jinguo.audit.queries.kept import FIELDS, ROUND, numbered
from jinguo.audit.rules.anchor import Anchor
from jinguo.audit.rules.chain import Link, Numbered, content_text, hash_of
from jinguo.audit.rules.signing import signed
from jinguo.audit.rules.verdict import Problem, Verdict

_SEALS: LiteralString = f"""
  SELECT s.position, trunc(extract(epoch from s.sealed_at) * 1000000)::text, s.previous, s.hash,
    s.entry_id, {FIELDS}
  FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
  WHERE s.position > %s AND s.position <= %s ORDER BY s.position, s.hash, e.nonce LIMIT %s
"""  # noqa: S608  our own words only
FIRST, LAST = -(2**63), 2**63 - 1

Row = Sequence[Any]


class Sealed(NamedTuple):
    """A seal as it stands in the table, and the entry it names."""

    link: Link
    hash: bytes
    entry_id: int
    entry: Numbered | None


def rows(*, upto: int = LAST) -> Iterator[Row]:
    """Seals by position, each with its entry, as texts of the database; a round at a time."""
    after = FIRST
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_SEALS, [after, upto, ROUND])
            found = cursor.fetchall()
        yield from found
        if len(found) < ROUND:
            return
        after = found[-1][0]


def sealed(row: Row) -> Sealed:
    """A row as a seal and its entry; what somebody emptied is empty."""
    position, sealed_at, previous, made, entry_id, *entry = row
    kept = numbered(entry) if entry[0] is not None else None
    link = Link(position, sealed_at, bytes(previous or b""))
    return Sealed(link, bytes(made or b""), entry_id, kept)


class Walk:
    """Compares each seal with its entry and with the seal before it."""

    def __init__(
        self, verdict: Verdict, begins_after: tuple[int, bytes], anchor: Anchor | None = None
    ) -> None:
        self._verdict = verdict
        self._anchor = anchor
        self._position, self._hash = begins_after
        self._fits = True  # whether the seal before can be trusted to be what it was
        self._compare_with_anchor(*begins_after)

    def step(self, seal: Sealed) -> None:
        """One seal further."""
        verdict, position = self._verdict, seal.link.position
        if not verdict.sealed:
            verdict.begins = position
        verdict.sealed += 1
        gap = position - self._position - 1
        if gap > 0:
            at, first = seal.link.sealed_at, self._position + 1
            verdict.add(Problem(Wrong.SEAL_MISSING, position - 1, None, at, first))
        wrong = self._wrong(seal, follows=gap == 0)
        if wrong == Wrong.EDITED and not verdict.genuine:
            verdict.foreign += 1
        if wrong:
            shown = seal.entry if wrong in (Wrong.EDITED, Wrong.INSERTED, Wrong.MOVED) else None
            at = shown.at if shown else seal.link.sealed_at
            verdict.add(Problem(wrong, position, seal.entry_id, at))
        else:
            verdict.genuine += 1
        self._compare_with_anchor(position, seal.hash)
        self._position, self._hash, self._fits = position, seal.hash, wrong is None

    def _wrong(self, seal: Sealed, *, follows: bool) -> Wrong | None:
        link, entry = seal.link, seal.entry
        broken = link.position <= self._position or (follows and link.previous != self._hash)
        if entry is None:
            return Wrong.DELETED
        written = signed(content_text(entry.content), entry.mac)
        if hash_of(link, entry) == seal.hash:
            if not written:
                return Wrong.INSERTED
            return Wrong.SEAL_ALTERED if broken and self._fits else None
        if not written:
            return Wrong.EDITED
        return Wrong.SEAL_ALTERED if broken and self._fits else Wrong.MOVED

    @property
    def reached(self) -> tuple[int, bytes]:
        """Position and hash of the last seal."""
        return self._position, self._hash

    def _compare_with_anchor(self, position: int, made: bytes) -> None:
        anchor = self._anchor
        if anchor is None or anchor.position != position:
            return
        self._verdict.anchored = anchor.hash == made
        if not self._verdict.anchored:
            problem = Problem(Wrong.REWRITTEN, anchor.position, None, anchor.sealed_at)
            self._verdict.add(problem)

    def finish(self, anchor: Anchor) -> None:
        """After the last seal, with an anchor that is of just this seal."""
        self._anchor = anchor
        self._compare_with_anchor(self._position, self._hash)
        self.end()

    def end(self) -> None:
        """After the last seal: does the record reach as far as the anchor?"""
        verdict, anchor = self._verdict, self._anchor
        verdict.ends = self._position
        if anchor is not None and anchor.position > self._position:
            verdict.anchored = False
            verdict.add(Problem(Wrong.TRUNCATED, self._position, anchor.position, anchor.sealed_at))
