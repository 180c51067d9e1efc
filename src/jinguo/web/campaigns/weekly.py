"""The weekly progress sheet: on the page, and to take along as Word or Excel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote, urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.campaigns.actions import take_weekly
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.outlook import outlook, outlook_in_words
from jinguo.campaigns.queries.progress import Line, Progress, progress
from jinguo.divisions.models import Level
from jinguo.kernel.clock import now
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request
from jinguo.web.base.workbooks import TYPE
from jinguo.web.campaigns.board import CLOSED, Filters

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": TYPE,
}
HEADS: tuple[tuple[str, str | Promise], ...] = (
    ("targets", gettext_lazy("To be done")),
    ("done", gettext_lazy("Done")),
    ("rate", gettext_lazy("Rate %")),
    *((gate.value, gate.label) for gate in Gate),
    ("fresh", gettext_lazy("Newly closed this week")),
    ("overdue", gettext_lazy("Overdue units")),
    ("returned", gettext_lazy("Units sent back")),
    ("findings", gettext_lazy("Open findings")),
)
_LEVELS = {
    Level.TOWNSHIP: gettext_lazy("Township federations"),
    Level.VILLAGE: gettext_lazy("Village and community federations"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure under its head; ``url`` leads to the units it counts, where there are any."""

    name: str
    head: str | Promise
    number: int | float | None
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the sheet."""

    name: str | Promise
    cells: list[Cell]
    total: bool = False


def week(request: Request, slug: str) -> HttpResponse:
    """The sheet of the week that ends on the day."""
    one = campaign_or_404(request, slug)
    days = days_of(request)
    found = progress(one, days.day, reader=request.actor)
    context = {
        "campaign": one,
        "days": days,
        "progress": found,
        "heads": [head for _name, head in HEADS],
        "rows": list(_rows(found)),
        "outlook": outlook_in_words(outlook(found.status)),
        "weeks": [days.day - timedelta(days=7), days.day + timedelta(days=7)],
    }
    return render(request, "campaigns/week.html", context)


def take(request: Request, slug: str, ending: str) -> HttpResponse:
    """The sheet as a file; taking it is recorded."""
    one = campaign_or_404(request, slug)
    taken = take_weekly(
        campaign=one, day=days_of(request).day, ending=ending, at=now(), by=request.actor
    )
    answer = HttpResponse(taken.content, content_type=TYPES[ending])
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(taken.name)}"
    return answer


def _rows(found: Progress) -> Iterator[Row]:
    for line in found.townships:
        yield Row(line.name, _cells(line, found, linked=True))
    yield Row(_("Total"), _cells(found.total, found, linked=True), total=True)
    for level, line in found.levels:
        yield Row(_LEVELS[Level(level)], _cells(line, found, linked=False), total=True)


def _cells(line: Line, found: Progress, *, linked: bool) -> list[Cell]:
    numbers = {
        "targets": line.targets,
        "done": line.done,
        "rate": line.rate,
        **{gate.value: count for gate, count in line.closed.items()},
        "fresh": line.fresh,
        "overdue": line.overdue,
        "returned": line.returned,
        "findings": line.findings,
    }
    return [
        Cell(name, head, numbers[name], _url(name, line, found) if linked and numbers[name] else "")
        for name, head in HEADS
    ]


def _url(name: str, line: Line, found: Progress) -> str:
    """The board of the units a figure counts, or the list of findings; a rate counts none."""
    slug, day = found.status.campaign.slug, found.day.isoformat()
    if name == "findings":
        words = {"show": "open", "township": line.prefix, "day": day}
        query = urlencode({key: value for key, value in words.items() if value})
        return f"{reverse('supervision:campaign', args=[slug])}?{query}"
    asked = {
        "targets": {},
        "fresh": {"show": "week"},
        **{show: {"show": show} for show in ("done", "overdue", "returned")},
        **{gate: {"gate": f"{CLOSED}{gate}"} for gate in Gate.values},
    }
    if name not in asked:
        return ""
    query = Filters(found.day, township=line.prefix).query(day, **asked[name])
    return reverse("campaigns:board", args=[slug]) + query
