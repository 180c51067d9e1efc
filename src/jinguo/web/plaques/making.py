"""Plaques for the maker: of one unit, and of all below a county or township."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel.clock import now, today
from jinguo.kernel.errors import JinguoError
from jinguo.plaques.models import PlaqueSpecification
from jinguo.plaques.queries import Ordered, board_of, hung, ordered, specified_for
from jinguo.plaques.rules import size_of
from jinguo.plaques.writers import FORMATS, bundle, drawn, drawn_together, order_list
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.recording import Unit, unit_with_records
from jinguo.web.base.request import Request
from jinguo.web.plaques.drawings import saved, why_not_drawn

PAGE = 50
LACKING = "lacking"


def drawing(request: Request, code: str, form: str) -> HttpResponse:
    """The plaque at true size for the maker, as PDF or SVG."""
    unit = unit_with_records(request, code)
    known = next((one for one in FORMATS if one == form), None)
    if known is None:
        raise Http404
    specified, text = specified_for(unit.place, today())
    try:
        content = drawn(text, text, board_of(specified), known)
    except JinguoError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("plaques:unit", args=[code]))
    return saved(content, text, form)


def every(request: Request, code: str) -> HttpResponse:
    """The plaques of a unit and of all below it: which to make, and the files for the maker."""
    unit = unit_with_records(request, code)
    specified, lines, done = _lines(request, unit, today())
    board, lacking = board_of(specified), request.GET.get("show") == LACKING
    page = page_number(request)
    shown = lines[(page - 1) * PAGE : page * PAGE]
    context = {
        "unit": unit,
        "place": unit.place,
        "trail": unit.trail,
        "specified": specified,
        "lines": [(one, size_of(board, one.text), one.unit.federation_id in done) for one in shown],
        "total": len(lines),
        "lacking": lacking,
        "query": f"?show={LACKING}" if lacking else "",
        "longest": _longest(lines),
        "fault": why_not_drawn(_longest(lines), board) if lines else "",
        "numbers": numbers(page, len(lines), PAGE, {"show": LACKING} if lacking else {}),
    }
    return render(request, "plaques/every.html", context)


def taken(request: Request, code: str, form: str) -> HttpResponse:
    """All of them at once: a list, one PDF, or everything in one ZIP."""
    unit = unit_with_records(request, code)
    if form not in ("xlsx", "pdf", "zip"):
        raise Http404
    specified, lines, _done = _lines(request, unit, today())
    board, texts = board_of(specified), [one.text for one in lines]
    name = _("%(unit)s: plaques to make") % {"unit": unit.name}
    who = {"who": request.actor.name, "when": now().strftime("%Y-%m-%d %H:%M")}
    head = [name, _("Taken by %(who)s on %(when)s") % who]
    try:
        if form == "xlsx":
            content = order_list(head, lines, specified)
        elif not lines:
            raise Http404
        elif form == "pdf":
            content = drawn_together(texts, board)
        else:
            content = bundle(head, lines, specified)
    except JinguoError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("plaques:every", args=[code]))
    return saved(content, name, form)


def _lines(
    request: Request, unit: Unit, day: date
) -> tuple[PlaqueSpecification, list[Ordered], set[int]]:
    """What to make, by which specification, and which units have a plaque on record."""
    specified, _text = specified_for(unit.place, day)
    lines = ordered(unit.place, day, specified)
    done = {one.federation_id for one in hung([one.unit.federation_id for one in lines], day)}
    if request.GET.get("show") == LACKING:
        lines = [one for one in lines if one.unit.federation_id not in done]
    return specified, lines, done


def _longest(lines: list[Ordered]) -> str:
    return max((one.text for one in lines), key=len, default="")
