"""Which papers congresses have left so far, for many units at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from jinguo.elections.models import Candidate, Congress, Delegate, Group, Round, Sheet

QUOTAS, DELEGATES, CANDIDATES, RECOMMENDED = "quotas", "delegates", "candidates", "recommended"
BALLOT, COUNT, RESULT = "ballot", "count", "result"
BEFORE = (QUOTAS, DELEGATES, CANDIDATES, RECOMMENDED)
"""What is there before the congress meets; the rest is of its day."""


@dataclass(frozen=True, slots=True)
class Left:
    """That a congress of a unit has left a paper, and since when."""

    federation_id: int
    congress_id: int
    paper: str
    day: date


def papers_left(federation_ids: Collection[int], since: date, until: date) -> list[Left]:
    """Papers of congresses held from ``since`` on, as they are there up to a day; one query.

    What comes before the congress is of the day it was called, or of its own where it was entered
    later. The result is there once it is signed and stands.
    """
    rows = Congress.objects.filter(
        federation_id__in=federation_ids, held_on__gte=since, called_off_at__isnull=True
    ).annotate(
        **{f"has_{name}": question for name, question in _QUESTIONS.items()},
    )
    found = []
    for one in rows:
        called = min(timezone.localdate(one.called_at), one.held_on)
        for name in _QUESTIONS:
            day = called if name in BEFORE else one.held_on
            if getattr(one, f"has_{name}") and day <= until:
                found.append(Left(one.federation_id, one.pk, name, day))
    return found


def _of(model: type[Model], **words: object) -> Exists:
    return Exists(model._default_manager.filter(congress=OuterRef("pk"), **words))


_QUESTIONS = {
    QUOTAS: _of(Group),
    DELEGATES: _of(Delegate),
    CANDIDATES: _of(Candidate, written_in=False),
    RECOMMENDED: Exists(
        Candidate.objects.filter(congress=OuterRef("pk")).exclude(recommended_by="")
    ),
    BALLOT: _of(Round),
    COUNT: Exists(Sheet.objects.filter(round__congress=OuterRef("pk"))),
    RESULT: Exists(
        Congress.objects.filter(
            Q(batch__undone_at__isnull=True), pk=OuterRef("pk"), batch__isnull=False
        )
    ),
}
