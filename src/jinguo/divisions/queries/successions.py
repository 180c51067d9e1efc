"""Matches that were not certain."""

from jinguo.divisions.errors import SuccessionUnknown
from jinguo.divisions.models import Succession
from jinguo.kernel.actor import DIVISIONS, Actor


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


def matches(*, reader: Actor) -> list[Succession]:
    """Every match that was not certain in counties whose lists are the reader's, latest first."""
    found = Succession.objects.none()
    for prefix in reader.prefixes(DIVISIONS):
        found |= Succession.objects.filter(county__startswith=prefix)
    return list(found.order_by("-as_of", "new_code", "old_code"))


def succession(number: int) -> Succession:
    """One match. Raises ``SuccessionUnknown``."""
    found = Succession.objects.filter(pk=number).first()
    if found is None:
        raise SuccessionUnknown(value=number)
    return found
