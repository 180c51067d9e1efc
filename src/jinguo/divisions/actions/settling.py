"""From listings to places: what loading a list and deciding a match have in common."""

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from jinguo.divisions import queries
from jinguo.divisions.actions.counties import county_chains, recoded_counties
from jinguo.divisions.actions.identifying import identify
from jinguo.divisions.actions.proposing import decisions, write_proposals
from jinguo.divisions.actions.spreading import spread, store_listings
from jinguo.divisions.actions.writing import write

LOCK = 0x6469_7669  # "divi": one load or decision at a time, whichever process


@dataclass(frozen=True, slots=True)
class Settled:
    """Versions written, open proposals made, identities joined as (kept, gone)."""

    versions: int
    proposals: int
    joined: tuple[tuple[int, int], ...]


def lock(cursor: CursorWrapper) -> None:
    """Wait until no other process loads or decides; held until the transaction ends."""
    cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])


def settle(cursor: CursorWrapper, sources: list[str], affected: tuple[str, ...] = ()) -> Settled:
    """Take the staged listings over, and look at the ``affected`` areas anew.

    ``sources`` are the names of the staged files.
    """
    known = queries.decided()
    verdicts = decisions(known)
    spread(cursor, county_chains(cursor, known), affected)
    proposals, joined = identify(cursor, verdicts)
    store_listings(cursor, sources)
    versions = write(cursor, joined)
    recoded = recoded_counties(cursor, verdicts)
    write_proposals(cursor, proposals, recoded)
    return Settled(versions, len(proposals) + len(recoded), tuple(joined))
