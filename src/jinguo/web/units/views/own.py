"""What the pages of a township and of a village show of the unit itself."""

from dataclasses import dataclass
from typing import Any

from jinguo.access.queries.delegations import acting_chairs
from jinguo.campaigns.queries.standing import standing
from jinguo.divisions.queries import Place, history, latest
from jinguo.elections.queries.calendar import TermLine
from jinguo.federations.queries import Unit, federation_name
from jinguo.kernel.actor import APPOINT, CONTACTS, Actor
from jinguo.roster.enums import Deed
from jinguo.roster.queries.batches import BatchLine, batch
from jinguo.roster.queries.composition import UnitVerdict
from jinguo.roster.queries.summaries import UnitSummary
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.days import Days
from jinguo.web.base.gates import cells
from jinguo.web.base.scope import trail
from jinguo.web.units.history import history_line

SOURCES = 5


@dataclass(frozen=True, slots=True)
class Source:
    """A batch that named somebody of a committee; ``files`` are its own, where they are known."""

    line: BatchLine
    files: list[str]


def own_context(
    place: Place,
    unit: Unit | None,
    summary: UnitSummary | None,
    verdict: UnitVerdict | None,
    term: TermLine | None,
    days: Days,
    reader: Actor,
) -> dict[str, Any]:
    """Committee, verdict, history and sources of one unit on a day."""
    seats = verdict.seats if verdict else ()
    batch_ids = sorted({seat.started_by_id for seat in seats if seat.started_by_id})
    above = trail(place, days.day, reader)
    founded = summary.founded if summary else None
    code = latest(place.division_id).code
    return {
        "place": place,
        "name": federation_name(place),
        "trail": above,
        "unit": unit,
        "appointing": reader.may(APPOINT, code),
        "reading": reader.may(CONTACTS, code),
        "summary": summary,
        "verdict": verdict,
        "failing": [rule for rule in verdict.rules if not rule.ok] if verdict else [],
        "seats": seats,
        "chairs": [seat for seat in seats if seat.post == "chair"],
        "term": term,
        "campaigns": [
            (one, state, cells(state))
            for one, state in (standing(unit, days.day, reader=reader) if unit else [])
        ],
        "acting": acting_chairs([place.division_id], days.day).get(place.division_id),
        "category_names": category_names(),
        "sits": bool(summary and summary.executives),
        "ahead": bool(founded and founded > days.day),
        "line": history_line(unit, history(place.division_id), founded, days.day),
        "sources": [
            _source(line, [place.short, *(up.short for up in above)])
            for number in batch_ids[:SOURCES]
            if (line := batch(number, reader=reader)) and line.deed == Deed.IMPORT
        ],
    }


def _source(line: BatchLine, names: list[str]) -> Source:
    """Files are called after the unit or a unit above it; where none is, none is shown."""
    for name in names:
        named = [file for file in line.files if name in file]
        if named:
            return Source(line, named)
    return Source(line, list(line.files) if len(line.files) == 1 else [])
