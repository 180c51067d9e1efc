"""Lists that are known already: to the word, and with nothing to say about them.

A unit's seats follow from its lists (``rules.timeline``). A list that is among them adds nothing,
whatever was recorded since; so its rows need not find their people again.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter

from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.queries.state import body_of, digests
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.facts import PERSON_FACTS, SEAT_FACTS
from jinguo.sealing.ring import ring

_said = attrgetter("name", *PERSON_FACTS, *SEAT_FACTS, "starts_on")
_in_words = lru_cache(maxsize=20_000)(str)
"""Days and combinations of categories recur."""


def _line(row: RosterRow) -> str:
    return "\x1f".join([one if isinstance(one, str) else _in_words(one) for one in _said(row)])


def digest(unit_list: UnitList) -> str:
    """What a unit's list says, in any order of its rows, as 32 digits.

    Only who has the key can try out what they stand for: a list of one row has one number.
    """
    lines = sorted(_line(row) for _file, _sheet, row in unit_list.rows)
    return ring().digest("\n".join(lines))


def known_lists(
    lists: Collection[UnitList], federations: Mapping[int, int], as_of: date
) -> set[int]:
    """The divisions whose list of the day is known."""
    recorded = digests(list(federations.values()), as_of)
    units = {federation_id for federation_id, _body in recorded}
    return {
        one.division_id
        for one in lists
        if federations[one.division_id] in units and _is_known(one, federations, recorded)
    }


def _is_known(
    one: UnitList, federations: Mapping[int, int], recorded: Mapping[tuple[int, str], str]
) -> bool:
    federation_id = federations[one.division_id]
    bodies = {body_of(row.post) for _file, _sheet, row in one.rows}
    return {recorded.get((federation_id, body)) for body in bodies} == {digest(one)}
