"""How far an office has come with its first steps, and who may take the next one."""

from dataclasses import dataclass

from jinguo.access.queries import anybody_assigned
from jinguo.accounts.queries import anybody
from jinguo.divisions.queries import Place, counties
from jinguo.kernel.actor import DIVISIONS, IMPORT, Actor, system
from jinguo.roster.queries.batches import batches


@dataclass(frozen=True, slots=True)
class Office:
    """``step`` is the next one: account, lists, county, roster, or done."""

    step: str
    counties: list[Place]
    may_load: bool
    may_import: bool

    def loader(self, reader: Actor) -> Actor:
        """Who loads a list: the reader, or the house itself before anybody has a role."""
        return reader if reader.prefixes(DIVISIONS) else system("first steps")


def office(reader: Actor) -> Office:
    """The office as this reader finds it."""
    if not anybody():
        return Office("account", [], may_load=False, may_import=False)
    found = counties()
    assigned = anybody_assigned()
    step = "lists" if not found else "county" if not assigned else _last_step(found, reader)
    return Office(
        step,
        found,
        may_load=bool(reader.prefixes(DIVISIONS)) or not assigned,
        may_import=bool(reader.prefixes(IMPORT)),
    )


def _last_step(found: list[Place], reader: Actor) -> str:
    imported = any(batches(county.division_id, reader=reader, limit=1) for county in found)
    return "done" if imported else "roster"
