"""From listings to places: what loading a list and deciding a match have in common."""

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from jinguo.divisions import queries
from jinguo.divisions.actions.counties import county_chains, county_kin, recoded_counties
from jinguo.divisions.actions.identifying import identify
from jinguo.divisions.actions.proposing import decisions, write_proposals
from jinguo.divisions.actions.spreading import spread, store_listings
from jinguo.divisions.actions.writing import write

LOCK = 0x6469_7669  # "divi": one load or decision at a time, whichever process


@dataclass(frozen=True, slots=True)
class Settled:
    """Versions written, open proposals made, identities joined as (kept, gone).

    ``county_ids`` are the counties at hand, under every code that is theirs.
    """

    versions: int
    proposals: int
    joined: tuple[tuple[int, int], ...]
    county_ids: tuple[int, ...]


_COUNTIES = """
select distinct division_id from divisions_version where code in (
    select rpad(area, 12, '0') from span where length(area) = 6
) order by 1
"""


def lock(cursor: CursorWrapper) -> None:
    """Wait until no other process loads or decides; held until the transaction ends."""
    cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])


def settle(cursor: CursorWrapper, sources: list[str], affected: tuple[str, ...] = ()) -> Settled:
    """Take the staged listings over, and look at the ``affected`` areas anew.

    ``sources`` are the names of the staged files.
    """
    known = queries.decided()
    verdicts = decisions(known)
    spread(cursor, county_chains(cursor, known), county_kin(known), affected)
    found = identify(cursor, verdicts)
    store_listings(cursor, sources)
    versions = write(cursor, found)
    recoded = recoded_counties(cursor, verdicts)
    write_proposals(cursor, found.proposals, recoded)
    cursor.execute(_COUNTIES)
    counties = tuple(row[0] for row in cursor.fetchall())
    asked = len(found.proposals) + len(recoded)
    return Settled(versions, asked, tuple(found.joined), counties)
