"""Rights in words, for the pages."""

from collections.abc import Collection, Iterable, Sequence

from django.utils.functional import Promise

from jinguo.access.queries.explaining import Holder
from jinguo.access.queries.sentences import sentences
from jinguo.access.rules import RIGHTS
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import Grant, Reason


def by_reason(grants: Iterable[Grant]) -> list[tuple[str, list[Promise]]]:
    """Each reason as a sentence, with what may be done because of it."""
    found: dict[Reason, list[Promise]] = {}
    for grant in grants:
        found.setdefault(grant.reason, []).append(RIGHTS[grant.capability].title)
    return list(zip(sentences(list(found)), found.values(), strict=True))


def told(holders: Sequence[Holder], about: Collection[Place]) -> list[tuple[Holder, list[str]]]:
    """Each account with its reasons as sentences. One query for all."""
    said = iter(sentences([why for one in holders for why in one.reasons], about))
    return [(one, [next(said) for _ in one.reasons]) for one in holders]
