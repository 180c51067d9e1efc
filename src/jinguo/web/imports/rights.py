"""Who may import, and where."""

from jinguo.divisions.queries import Place, counties
from jinguo.kernel.actor import IMPORT, Actor
from jinguo.roster.models import Draft
from jinguo.roster.queries.drafts import draft_of
from jinguo.web.base.refusing import Refused


def counties_of(reader: Actor) -> list[Place]:
    """The counties in which the reader may import at least one unit's roster."""
    prefixes = reader.prefixes(IMPORT)
    return [
        county
        for county in counties()
        if any(p.startswith(county.prefix) or county.prefix.startswith(p) for p in prefixes)
    ]


def importer_or_404(reader: Actor) -> None:
    """Raises ``Refused`` for readers who import nothing anywhere."""
    if not reader.prefixes(IMPORT):
        raise Refused("address", "/import/", right=IMPORT)


def draft_or_404(draft_id: int, reader: Actor) -> Draft:
    """The reader's own draft. Raises ``Refused``."""
    importer_or_404(reader)
    found = draft_of(draft_id, reader=reader)
    if found is None:
        raise Refused("draft", draft_id, right=IMPORT)
    return found
