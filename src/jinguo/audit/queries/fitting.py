"""Whether a key is the one that the record was signed with."""

from jinguo.audit.queries.kept import unsealed
from jinguo.audit.queries.walking import FIRST, rows, sealed
from jinguo.audit.rules.chain import Numbered, content_text
from jinguo.audit.rules.signing import signed_by


def fits_the_record(key: str) -> bool:
    """Whether the oldest entry that is kept was signed with it; any key fits an empty record."""
    oldest = _oldest()
    return oldest is None or signed_by(key, content_text(oldest.content), oldest.mac)


def _oldest() -> Numbered | None:
    chained = (sealed(row).entry for row in rows())
    return next(filter(None, chained), None) or next(iter(unsealed(after=FIRST, limit=1)), None)
