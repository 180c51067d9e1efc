"""No command and no page begins with a key that does not open what is sealed."""

from jinguo.database.events import DatabasePrepared
from jinguo.kernel.events import listens_to
from jinguo.sealing.queries import check_keys


@listens_to(DatabasePrepared)
def look_at_the_key(_event: DatabasePrepared) -> None:
    """Raises ``KeyMissing`` or ``KeyWrong``."""
    check_keys()
