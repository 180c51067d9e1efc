"""Walking the chain from its beginning: constant memory, every entry and every seal looked at."""

from collections.abc import Iterator
from typing import Any, LiteralString, NamedTuple

from django.db import connection

from jinguo.audit.enums import Wrong
from jinguo.audit.queries.kept import FIELDS, ROUND, all_unsealed, numbered
from jinguo.audit.rules.anchor import Anchor
from jinguo.audit.rules.chain import NOTHING_BEFORE, Link, Numbered, content_text, hash_of
from jinguo.audit.rules.signing import signed
from jinguo.audit.rules.verdict import Problem, Verdict

_SEALS: LiteralString = f"""
  SELECT s.position, trunc(extract(epoch from s.sealed_at) * 1000000)::text, s.previous, s.hash,
    s.entry_id, {FIELDS}
  FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
  WHERE s.position > %s ORDER BY s.position, s.hash, e.nonce LIMIT %s
"""  # noqa: S608  our own words only
_TWICE: LiteralString = (
    "SELECT max(entry_id), position FROM audit_seal GROUP BY 2 HAVING count(*) > 1"
)
_COPIES: LiteralString = """
  SELECT e.id, trunc(extract(epoch from e.at) * 1000000)::text FROM audit_entry e
  WHERE e.nonce IN (SELECT nonce FROM audit_entry GROUP BY nonce HAVING count(*) > 1)
    OR e.id IN (SELECT id FROM audit_entry GROUP BY id HAVING count(*) > 1)
  ORDER BY e.id
"""


class _Seal(NamedTuple):
    """A seal as it stands in the table, and the entry it names."""

    link: Link
    hash: bytes
    entry_id: int
    entry: Numbered | None


def verify(anchor: Anchor | None = None) -> Verdict:
    """Everything that is wrong with the record, in order; with an anchor also a cut-off end."""
    verdict = Verdict()
    walk = _Walk(verdict, anchor)
    for seal in _seals():
        walk.step(seal)
    walk.end()
    for entry in all_unsealed():
        if signed(content_text(entry.content), entry.mac):
            verdict.tail.add(entry.id, entry.at)
        else:
            verdict.add(Problem(Wrong.INSERTED, None, entry.id, entry.at))
    _look_for_copies(verdict)
    return verdict


class _Walk:
    """Compares each seal with its entry and with the seal before it."""

    def __init__(self, verdict: Verdict, anchor: Anchor | None) -> None:
        self._verdict = verdict
        self._anchor = anchor
        self._position, self._hash = 0, NOTHING_BEFORE
        self._fits = True  # whether the seal before can be trusted to be what it was

    def step(self, seal: _Seal) -> None:
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
        if wrong:
            shown = seal.entry if wrong in (Wrong.EDITED, Wrong.INSERTED, Wrong.MOVED) else None
            at = shown.at if shown else seal.link.sealed_at
            verdict.add(Problem(wrong, position, seal.entry_id, at))
        else:
            verdict.genuine += 1
        self._compare_with_anchor(seal)
        self._position, self._hash, self._fits = position, seal.hash, wrong is None

    def _wrong(self, seal: _Seal, *, follows: bool) -> Wrong | None:
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

    def _compare_with_anchor(self, seal: _Seal) -> None:
        anchor = self._anchor
        if anchor is None or anchor.position != seal.link.position:
            return
        self._verdict.anchored = anchor.hash == seal.hash
        if not self._verdict.anchored:
            problem = Problem(Wrong.REWRITTEN, anchor.position, None, anchor.sealed_at)
            self._verdict.add(problem)

    def end(self) -> None:
        """After the last seal: does the record reach as far as the anchor?"""
        verdict, anchor = self._verdict, self._anchor
        verdict.ends = self._position
        if anchor is not None and anchor.position > self._position:
            verdict.anchored = False
            verdict.add(Problem(Wrong.TRUNCATED, self._position, anchor.position, anchor.sealed_at))


def _seals() -> Iterator[_Seal]:
    after = -(2**63)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_SEALS, [after, ROUND])
            rows = cursor.fetchall()
        yield from map(_seal, rows)
        if len(rows) < ROUND:
            return
        after = rows[-1][0]


def _seal(row: tuple[Any, ...]) -> _Seal:
    position, sealed_at, previous, made, entry_id, *entry = row
    kept = numbered(entry) if entry[0] is not None else None
    return _Seal(Link(position, sealed_at, bytes(previous)), bytes(made), entry_id, kept)


def _look_for_copies(verdict: Verdict) -> None:
    """Rows that only a missing constraint lets in: copies of entries, seals of one position."""
    with connection.cursor() as cursor:
        cursor.execute(_COPIES)
        for number, at in cursor.fetchall():
            verdict.add(Problem(Wrong.COPIED, None, number, at))
        cursor.execute(_TWICE)
        for number, position in cursor.fetchall():
            verdict.add(Problem(Wrong.SEAL_ALTERED, position, number, ""))


def newest_anchor() -> Anchor | None:
    """How far the record reaches now; None where nothing is sealed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT position, hash, trunc(extract(epoch from sealed_at) * 1000000)::text"
            " FROM audit_seal ORDER BY position DESC LIMIT 1"
        )
        found = cursor.fetchone()
    return Anchor(found[0], bytes(found[1]), found[2]) if found else None
