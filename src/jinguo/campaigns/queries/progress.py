"""The weekly progress sheet (周进度表): by township and in total, the week that ends on a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from jinguo.activities.models import Activity
from jinguo.campaigns.enums import Gate, Proof
from jinguo.campaigns.models import Campaign, Filing
from jinguo.campaigns.queries.status import Status, UnitState, status
from jinguo.campaigns.queries.supervision import findings_of
from jinguo.campaigns.queries.townships import townships
from jinguo.campaigns.rules.findings import UNSETTLED
from jinguo.campaigns.rules.rates import rate
from jinguo.divisions.models import Level
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import Actor
from jinguo.plaques.models import Plaque

WEEK = timedelta(days=6)
"""From the first day of a week to its last."""
EXAMPLE = "示例"
"""The word by which invented evidence tells what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """Counts of some units: ``targets`` asked, ``done`` of them, ``closed`` gate by gate.

    ``fresh`` counts the gates that closed within the week; ``overdue`` and ``returned`` the units
    with at least one gate past its day, or with evidence sent back, ``findings`` what visits found
    and nobody signed off yet. ``prefix`` is the code of the township; empty in a sum.
    """

    name: str
    prefix: str
    targets: int
    done: int
    closed: Mapping[Gate, int]
    fresh: int
    overdue: int
    returned: int
    findings: int

    @property
    def rate(self) -> float | None:
        """Percent done, half up to one decimal place."""
        return rate(self.done, self.targets)


@dataclass(frozen=True, slots=True)
class Progress:
    """The sheet: a line a township by code, two sums by level where both are asked, and the total.

    ``examples`` counts the closed gates whose record says of itself that it is invented.
    """

    status: Status
    since: date
    townships: tuple[Line, ...]
    levels: tuple[tuple[int, Line], ...]
    total: Line
    examples: int

    @property
    def day(self) -> date:
        """The last day of the week."""
        return self.status.day


def progress(campaign: Campaign, day: date, *, reader: Actor) -> Progress:
    """The week that ends on ``day``, of the units the reader may see; from one ``status``."""
    found = status(campaign, day, reader=reader)
    since = day - WEEK
    open_ = _open_findings(found)
    levels = {
        level: [one for one in found.units if (one.unit.level == Level.VILLAGE) == village]
        for level, village in ((Level.TOWNSHIP, False), (Level.VILLAGE, True))
    }

    def line(units: Iterable[UnitState], name: str = "", prefix: str = "") -> Line:
        return _line(list(units), since, open_, name, prefix)

    return Progress(
        status=found,
        since=since,
        townships=tuple(line(one.units, one.name, one.prefix) for one in townships(found)),
        levels=tuple((level, line(units)) for level, units in levels.items())
        if all(levels.values())
        else (),
        total=line(found.units),
        examples=examples(found),
    )


def newly_closed(one: UnitState, since: date) -> int:
    """How many of a unit's gates closed on that day or later."""
    return sum(proof.day >= since for proof in one.gates.values())


def _open_findings(found: Status) -> Counter[int]:
    """Federation → what visits of this campaign found that is not signed off (销号)."""
    ids = [one.unit.federation_id for one in found.units]
    return Counter(
        one.finding.federation_id
        for one in findings_of(found.day, ids, campaign=found.campaign)
        if one.state in UNSETTLED
    )


def _line(
    units: Sequence[UnitState], since: date, findings: Counter[int], name: str, prefix: str
) -> Line:
    return Line(
        name=name,
        prefix=prefix,
        targets=len(units),
        done=sum(one.done_on is not None for one in units),
        closed={gate: sum(gate in one.gates for one in units) for gate in Gate},
        fresh=sum(newly_closed(one, since) for one in units),
        overdue=sum(bool(one.overdue) for one in units),
        returned=sum(bool(one.returned) for one in units),
        findings=sum(findings[one.unit.federation_id] for one in units),
    )


def examples(found: Status) -> int:
    """How many closed gates rest on records that call themselves invented; a query a kind."""
    ids: dict[Proof, list[int]] = {}
    for one in found.units:
        for proof in one.gates.values():
            ids.setdefault(proof.proof, []).append(proof.record_id)
    return sum(
        records.filter(pk__in=ids[proof]).count()
        for proof, records in _invented().items()
        if proof in ids
    )


def _invented() -> dict[Proof, QuerySet[Any]]:
    return {
        Proof.FILING: Filing.objects.filter(note__contains=EXAMPLE),
        Proof.PLAQUE: Plaque.objects.filter(place__contains=EXAMPLE),
        Proof.GROUP: ContactGroup.objects.filter(name__contains=EXAMPLE),
        Proof.ACTIVITY: Activity.objects.filter(title__contains=EXAMPLE),
    }
