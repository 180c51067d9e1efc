"""Visits and what they found, as it stood on a day; never a query per unit."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Prefetch, Q, QuerySet

from jinguo.campaigns.enums import FindingState, MendingStep
from jinguo.campaigns.models import Campaign, Finding, FindingStep, Visit, VisitPhoto
from jinguo.campaigns.rules import findings as rules
from jinguo.campaigns.rules.findings import OWING, UNSETTLED
from jinguo.divisions.queries import latest
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.queries import Unit, newest_codes, units_within
from jinguo.files.models import Photo
from jinguo.kernel.actor import VIEW, Actor
from jinguo.roster.enums import Post
from jinguo.roster.queries.committees import committees


def reach(campaign: Campaign, day: date, *, reader: Actor) -> list[Unit]:
    """The units of the campaign's county on a day that the reader may see, by code."""
    county = latest(campaign.county_id)
    units = units_within(*bounds(county.prefix), day)
    codes = newest_codes([one.federation_id for one in units])
    return [one for one in units if reader.may(VIEW, codes[one.federation_id])]


@dataclass(frozen=True)
class Standing:
    """A finding with what was said of it up to a day."""

    finding: Finding
    steps: tuple[FindingStep, ...]
    day: date

    @cached_property
    def state(self) -> FindingState:
        """Where it stands; with its visit struck out it is withdrawn too."""
        gone = self.finding.struck_at or self.finding.visit.struck_at
        said = (MendingStep(one.kind) for one in self.steps)
        return rules.state(said, withdrawn=gone is not None)

    @property
    def late(self) -> bool:
        """Whether it should be closed by now and is not."""
        return rules.late(self.state, self.finding.due_on, self.day)

    @property
    def owing(self) -> bool:
        """Whether it is the unit's turn."""
        return self.state in OWING

    @property
    def last(self) -> FindingStep | None:
        """What was said last."""
        return self.steps[-1] if self.steps else None

    @property
    def word(self) -> str:
        """The last that was said in words."""
        return next((one.note for one in reversed(self.steps) if one.note), "")

    @property
    def closed_on(self) -> date | None:
        """The day on which it was closed (销号), where it is."""
        return self.last.said_on if self.last and self.state is FindingState.CLOSED else None


def findings_of(
    day: date,
    federation_ids: Collection[int] | None = None,
    *,
    campaign: Campaign | None = None,
    visit_id: int | None = None,
) -> list[Standing]:
    """What visits up to a day found in these units, or in all, the most pressing first.

    Withdrawn ones are among them. Two queries.
    """
    found = Finding.objects.filter(raised_on__lte=day)
    if federation_ids is not None:
        found = found.filter(federation_id__in=federation_ids)
    if campaign is not None:
        found = found.filter(visit__campaign=campaign)
    if visit_id is not None:
        found = found.filter(visit=visit_id)
    rows = _standing(found.order_by("due_on", "pk"), day)
    return sorted(rows, key=lambda one: one.state not in UNSETTLED)


def open_findings(day: date, federation_ids: Collection[int] | None = None) -> list[Standing]:
    """Those of ``findings_of`` that nobody has closed or withdrawn."""
    return [one for one in findings_of(day, federation_ids) if one.state in UNSETTLED]


def finding(number: int, day: date) -> Standing | None:
    """One finding with its federation, its visit and its campaign."""
    found = _standing(Finding.objects.filter(pk=number), day)
    return found[0] if found else None


def _standing(found: QuerySet[Finding], day: date) -> list[Standing]:
    said = FindingStep.objects.filter(said_on__lte=day).order_by("said_on", "pk")
    rows = found.select_related("visit__campaign", "federation").prefetch_related(
        Prefetch("steps", queryset=said, to_attr="said")
    )
    return [Standing(one, tuple(one.said), day) for one in rows]


def owners(found: Iterable[Standing], day: date) -> dict[int, str]:
    """Finding → who is to mend it: whoever was named and still sits there, else the chair of the
    day; empty where the chair is vacant. One query."""
    each = list(found)
    seats = committees(sorted({one.finding.federation_id for one in each}), day, phones=False)
    told = {}
    for one in each:
        sitting = seats[one.finding.federation_id]
        named = [seat.name for seat in sitting if seat.person_id == one.finding.owner_id]
        chair = [seat.name for seat in sitting if seat.post == Post.CHAIR]
        told[one.finding.pk] = next(iter(named or chair), "")
    return told


@dataclass(frozen=True, slots=True)
class Tally:
    """A campaign's supervision in numbers: units visited, visits, findings by how they stand.

    ``open`` are those nobody closed, among them ``reported`` and ``late`` ones.
    """

    units: int
    visits: int
    open: int
    reported: int
    late: int
    closed: int


def tally(campaign: Campaign, day: date, federation_ids: Collection[int]) -> Tally:
    """Counted over these units on a day; three queries."""
    visits = Visit.objects.filter(
        campaign=campaign, federation_id__in=federation_ids, visited_on__lte=day, struck_at=None
    ).aggregate(every=Count("pk"), units=Count("federation_id", distinct=True))
    found = findings_of(day, federation_ids, campaign=campaign)
    return Tally(
        units=visits["units"],
        visits=visits["every"],
        open=sum(one.state in UNSETTLED for one in found),
        reported=sum(one.state is FindingState.REPORTED for one in found),
        late=sum(one.late for one in found),
        closed=sum(one.state is FindingState.CLOSED for one in found),
    )


def visits_of(
    federation_ids: Collection[int],
    day: date,
    *,
    campaign: Campaign | None = None,
    first: int = 0,
    size: int = 30,
) -> list[Visit]:
    """Visits to these units up to a day, the latest first, struck ones among them.

    Each with its federation, its campaign, how many ``shown`` photos and ``raised`` findings it
    has; one query.
    """
    found = (
        _visits(federation_ids, day, campaign)
        .select_related("federation", "campaign", "sample")
        .annotate(
            shown=Count("pictures", distinct=True),
            raised=Count("findings", filter=Q(findings__struck_at=None), distinct=True),
        )
        .order_by("-visited_on", "-pk")
    )
    return list(found[first : first + size])


def how_many_visits(
    federation_ids: Collection[int], day: date, *, campaign: Campaign | None = None
) -> int:
    """How many ``visits_of`` there are."""
    return _visits(federation_ids, day, campaign).count()


def _visits(
    federation_ids: Collection[int], day: date, campaign: Campaign | None
) -> QuerySet[Visit]:
    found = Visit.objects.filter(federation_id__in=federation_ids, visited_on__lte=day)
    return found if campaign is None else found.filter(campaign=campaign)


def visit(number: int) -> Visit | None:
    """One visit with its federation, campaign and sample."""
    found = Visit.objects.select_related("federation", "campaign", "sample")
    return found.filter(pk=number).first()


def photos_of_visit(visit_id: int) -> list[Photo]:
    """Its photos in their order; one query."""
    rows = VisitPhoto.objects.filter(visit=visit_id).select_related("photo")
    return [row.photo for row in rows]
