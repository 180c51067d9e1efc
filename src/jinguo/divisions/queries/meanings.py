"""What a code ever meant."""

from jinguo.divisions.models import Version
from jinguo.divisions.queries.places import Place, ever
from jinguo.divisions.rules import codes


def meanings(code: str) -> list[Place]:
    """Every place that ever had this code (6, 9 or 12 digits), oldest first."""
    twelve = codes.full(code)
    return ever(Version.objects.filter(code=twelve)) if twelve else []
