"""Which unit an address means, and whether this reader may see it."""

from datetime import date

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, ancestors, latest, place
from jinguo.kernel.actor import VIEW, Actor
from jinguo.web.base.refusing import Refused


def unit_or_404(code: str, day: date, reader: Actor) -> Place:
    """The place with this code on ``day``, as the reader may see it.

    Rights are held on today's codes, so the place's newest code decides. Raises
    ``Refused`` (404, on record) outside her part of the tree, and ``DivisionUnknown`` where the
    code meant nothing on that day: the page then explains (see ``explain``).
    """
    found = place(code, day)
    if not may_see(found, reader):
        raise Refused("unit", code, code=latest(found.division_id).code)
    return found


def may_see(found: Place, reader: Actor) -> bool:
    """Whether the place lies, by its newest code, in the reader's part of the tree."""
    return reader.may(VIEW, latest(found.division_id).code)


def trail(found: Place, day: date, reader: Actor) -> list[Place]:
    """The places above, from the top, as far as the reader may open them."""
    return [up for up in ancestors(found, day) if up.level >= Level.COUNTY and may_see(up, reader)]
