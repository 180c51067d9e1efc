"""Who came: to the congress, and to the first meeting of the new committee."""

from collections.abc import Sequence
from typing import Protocol

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions.listing import call_roll
from jinguo.elections.actions.voting import call_committee
from jinguo.elections.enums import Attendance, Office
from jinguo.elections.rules.counting import quorum
from jinguo.web.base.request import Request
from jinguo.web.elections.context import next_step, page_context
from jinguo.web.elections.rights import done, file_or_404
from jinguo.web.elections.steps import vote_address


class Called(Protocol):
    """Somebody whose name is called."""

    pk: int
    name: str
    attendance: str


def roll(request: Request, congress_id: int) -> HttpResponse:
    """Call the roll of the delegates."""
    file = file_or_404(request, congress_id)
    if request.method == "POST":
        given = _attendance(request, file.due)
        if done(
            request,
            lambda: call_roll(congress_id=congress_id, attendance=given, by=request.actor),
        ):
            return HttpResponseRedirect(request.path)
    context = page_context(request, file)
    context |= {
        "people": file.due,
        "called": file.roll_called,
        "meeting": file.meeting,
        "quorum": file.quorum,
        "choices": Attendance,
        "next": next_step(file),
        "title": _("Roll call"),
        "nobody": _("There is nobody to call yet: list the delegates first."),
        "before": reverse("elections:delegates", args=[congress_id]),
        "change": context["editable"],
    }
    return render(request, "elections/roll.html", context)


def committee(request: Request, congress_id: int) -> HttpResponse:
    """Call the roll of the new executives at their first meeting."""
    file = file_or_404(request, congress_id)
    people = file.elected(Office.EXECUTIVE)
    if request.method == "POST":
        given = _attendance(request, people)
        done(
            request,
            lambda: call_committee(congress_id=congress_id, attendance=given, by=request.actor),
        )
        return HttpResponseRedirect(request.path)
    context = page_context(request, file)
    context |= {
        "people": people,
        "called": bool(people),
        "meeting": file.committee,
        "quorum": quorum(file.committee, file.book.standards),
        "choices": Attendance,
        "next": next_step(file),
        "title": _("First meeting of the new committee"),
        "nobody": _("There is nobody to call yet: the executives are elected first."),
        "before": vote_address(file, Office.EXECUTIVE),
        "change": context["may"] and not file.of(Office.CHAIR),
    }
    return render(request, "elections/roll.html", context)


def _attendance(request: Request, people: Sequence[Called]) -> dict[int, Attendance]:
    """What was said of each; who is not named came."""
    given = {}
    for one in people:
        word = request.POST.get(f"who_{one.pk}", Attendance.PRESENT)
        given[one.pk] = Attendance(word) if word in Attendance.values else Attendance.PRESENT
    return given
