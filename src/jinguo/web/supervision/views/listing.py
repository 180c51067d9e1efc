"""The follow-up list (台账) of a campaign, its visits, and the visits of a unit."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.actions import take_follow_up
from jinguo.campaigns.enums import FindingState
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.supervision import (
    Standing,
    findings_of,
    how_many_visits,
    owners,
    reach,
    tally,
    visits_of,
)
from jinguo.campaigns.rules.findings import UNSETTLED
from jinguo.divisions.models import Level
from jinguo.divisions.queries import latest, latest_of
from jinguo.federations.queries import Unit, units_of
from jinguo.kernel import clock
from jinguo.kernel.actor import CAMPAIGNS, RECORD
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.days import Days, days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.recording import unit_with_records
from jinguo.web.base.request import Request
from jinguo.web.base.workbooks import TYPE
from jinguo.web.supervision.units import supervises

PAGE = 30
TOWNSHIP = 9
"""Digits of a township's code."""

SHOWS: dict[str, str | Promise] = {
    "": _("All"),
    "open": _("Not signed off"),
    "late": _("Overdue"),
    "reported": _("To be signed off"),
    "closed": _("Signed off"),
    "withdrawn": _("Withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks to be shown: state, and township in nine digits."""

    show: str = ""
    township: str = ""

    @classmethod
    def of(cls, words: QueryDict) -> "Filters":
        """From the address; what it cannot mean is left out."""
        show, township = words.get("show", ""), words.get("township", "")
        known = township.isdecimal() and len(township) == TOWNSHIP
        return cls(show if show in SHOWS else "", township if known else "")

    def fits(self, one: Standing) -> bool:
        """Whether the finding is to be shown."""
        return {
            "": True,
            "open": one.state in UNSETTLED,
            "late": one.late,
            "reported": one.state is FindingState.REPORTED,
            "closed": one.state is FindingState.CLOSED,
            "withdrawn": one.state is FindingState.WITHDRAWN,
        }[self.show]

    def words(self, days: Days, **other: str) -> dict[str, str]:
        """What stays in every link, with one of them changed."""
        words = {"show": self.show, "township": self.township, **other}
        words["day"] = days.day.isoformat() if days.past else ""
        return {name: value for name, value in words.items() if value}


def of_campaign(request: Request, slug: str) -> HttpResponse:
    """Every finding of a campaign as it stood on the day, the most pressing first."""
    campaign, days, filters = (
        campaign_or_404(request, slug),
        days_of(request),
        Filters.of(request.GET),
    )
    units = reach(campaign, days.day, reader=request.actor)
    chosen = _chosen(units, filters)
    found = [one for one in findings_of(days.day, chosen, campaign=campaign) if filters.fits(one)]
    whole = "whole" in request.GET
    page, size = (1, len(found) or 1) if whole else (page_number(request), PAGE)
    lines = found[(page - 1) * size : page * size]
    context = {
        **_common(request, campaign, days, filters, units),
        "lines": lines,
        "owners": owners(lines, days.day),
        "total": len(found),
        "whole": whole,
        "shows": [
            (words, f"?{urlencode(filters.words(days, show=name))}", name == filters.show)
            for name, words in SHOWS.items()
        ],
        "query": urlencode(filters.words(days)),
        "numbers": numbers(page, len(found), size, filters.words(days)),
    }
    return render(request, "supervision/follow_up.html", context)


def workbook(request: Request, slug: str) -> HttpResponse:
    """The same list as Excel; taking it is recorded."""
    campaign, days, filters = (
        campaign_or_404(request, slug),
        days_of(request),
        Filters.of(request.GET),
    )
    taken = take_follow_up(
        campaign=campaign, day=days.day, fits=filters.fits, prefix=filters.township,
        shown=str(SHOWS[filters.show]), at=clock.now(), by=request.actor,
    )  # fmt: skip
    answer = HttpResponse(taken.content, content_type=TYPE)
    answer.headers["Content-Disposition"] = content_disposition_header(True, taken.name) or ""
    return answer


def visits(request: Request, slug: str) -> HttpResponse:
    """Every visit of a campaign, the latest first."""
    campaign, days, filters = (
        campaign_or_404(request, slug),
        days_of(request),
        Filters.of(request.GET),
    )
    units = reach(campaign, days.day, reader=request.actor)
    chosen, page = _chosen(units, filters), page_number(request)
    total = how_many_visits(chosen, days.day, campaign=campaign)
    context = {
        **_common(request, campaign, days, filters, units),
        "visits": visits_of(
            chosen, days.day, campaign=campaign, first=(page - 1) * PAGE, size=PAGE
        ),
        "total": total,
        "numbers": numbers(page, total, PAGE, filters.words(days)),
    }
    return render(request, "supervision/visits.html", context)


def of_unit(request: Request, code: str) -> HttpResponse:
    """The visits to a unit and to all below it, and what is not signed off yet."""
    seen, today = unit_with_records(request, code), clock.today()
    federations = {seen.federation_id}
    federations |= {one.federation_id for one in units_of(seen.place, today)}
    total, page = how_many_visits(federations, today), page_number(request)
    lines = [one for one in findings_of(today, federations) if one.state in UNSETTLED]
    found = visits_of(federations, today, first=(page - 1) * PAGE, size=PAGE)
    places = latest_of(
        {one.federation.division_id for one in found}
        | {one.finding.federation.division_id for one in lines}
    )
    context = {
        "unit": seen,
        "lines": lines,
        "owners": owners(lines, today),
        "visits": found,
        "places": places,
        "total": total,
        "whole_tree": len(federations) > 1,
        "supervises": supervises(request, seen),
        "numbers": numbers(page, total, PAGE, {}),
    }
    return render(request, "supervision/unit.html", context)


def _asked(request: Request, slug: str) -> tuple[Campaign, Days, Filters]:
    return campaign_or_404(request, slug), days_of(request), Filters.of(request.GET)


def _chosen(units: list[Unit], filters: Filters) -> list[int]:
    return [one.federation_id for one in units if one.code.startswith(filters.township)]


def _common(
    request: Request, campaign: Campaign, days: Days, filters: Filters, units: list[Unit]
) -> dict[str, Any]:
    """What both lists of a campaign show above their rows."""
    return {
        "campaign": campaign,
        "days": days,
        "filters": filters,
        "units": {one.federation_id: one for one in units},
        "townships": [
            (one.code[:TOWNSHIP], one.place.short) for one in units if one.level == Level.TOWNSHIP
        ],
        "tally": tally(campaign, days.day, [one.federation_id for one in units]),
        "draws": request.actor.may(CAMPAIGNS, latest(campaign.county_id).code),
        "records": bool(request.actor.prefixes(RECORD)),
    }
