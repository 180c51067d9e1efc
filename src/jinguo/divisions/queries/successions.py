"""Matches that were not certain."""

from jinguo.divisions.errors import SuccessionUnknown
from jinguo.divisions.models import Succession


def proposals(prefix: str = "") -> list[Succession]:
    """Matches nobody has decided yet, below a code prefix, by day and code."""
    return list(
        Succession.objects.filter(
            verdict=Succession.Verdict.PROPOSED, new_code__startswith=prefix
        ).order_by("as_of", "new_code", "old_code")
    )


def decided() -> list[Succession]:
    """Matches that somebody decided, oldest first."""
    return list(
        Succession.objects.exclude(verdict=Succession.Verdict.PROPOSED).order_by("as_of", "pk")
    )


def succession(number: int) -> Succession:
    """One match. Raises ``SuccessionUnknown``."""
    found = Succession.objects.filter(pk=number).first()
    if found is None:
        raise SuccessionUnknown(value=number)
    return found
