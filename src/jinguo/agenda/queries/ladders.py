"""How units are reminded on a day, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.db.models.functions import Length

from jinguo.agenda.enums import Whom
from jinguo.agenda.models import Ladder
from jinguo.agenda.rules.ladder import Step


@dataclass(frozen=True, slots=True)
class LadderShelf:
    """Every ladder there is, so that many units are looked up with two queries."""

    ladders: Sequence[tuple[Ladder, tuple[Step, ...]]]

    def ladder(self, code: str, day: date) -> tuple[Ladder, tuple[Step, ...]]:
        """The ladder for a unit with this code on a day: the nearest, then the newest."""
        return next(
            (one, steps)
            for one, steps in self.ladders
            if code.startswith(one.prefix) and (one.valid_from is None or one.valid_from <= day)
        )


def ladder_shelf() -> LadderShelf:
    """All ladders, the nearest and newest first; two queries."""
    newest = F("valid_from").desc(nulls_last=True)
    found = Ladder.objects.order_by(Length("prefix").desc(), newest).prefetch_related("rungs")
    return LadderShelf(
        [
            (one, tuple(Step(rung.days, Whom(rung.whom)) for rung in one.rungs.all()))
            for one in found
        ]
    )
