"""A vote: opening it, its ballots, the sheets of the counters, its result."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions import counting, voting
from jinguo.elections.enums import Duty, Office
from jinguo.elections.errors import SheetConflict
from jinguo.elections.queries.rounds import RoundView, SheetView
from jinguo.elections.rules.counts import Ballots
from jinguo.kernel.errors import JinguoError
from jinguo.kernel.text import fold
from jinguo.web.base.request import Request
from jinguo.web.elections.context import next_step, page_context
from jinguo.web.elections.forms import BallotsForm, SheetForm
from jinguo.web.elections.rights import done, file_or_404, round_or_404
from jinguo.web.elections.steps import vote_address


def vote(request: Request, congress_id: int, office: str) -> HttpResponse:
    """Open the next vote on an office: who stands, for how many seats. An open one is shown."""
    if office not in Office.values:
        raise Http404
    file, what = file_or_404(request, congress_id), Office(office)
    if request.method == "POST":
        chosen = [int(one) for one in request.POST.getlist("candidate") if one.isdecimal()]
        done(
            request,
            lambda: voting.open_vote(
                congress_id=congress_id, office=what, candidate_ids=chosen, by=request.actor
            ),
        )
        fresh = file_or_404(request, congress_id)
        return HttpResponseRedirect(vote_address(fresh, what))
    again = file.again(what)
    if file.of(what) and not again:
        return HttpResponseRedirect(vote_address(file, what))
    taken = {one.pk for one in file.elected(Office.CHAIR)}
    free = [one for one in file.elected(Office.EXECUTIVE) if one.pk not in taken]
    standing = again.candidates if again else file.candidates
    choose = free if what != Office.EXECUTIVE and not again else []
    context = page_context(request, file)
    context |= {
        "nobody": not (standing if what == Office.EXECUTIVE or again else choose),
        "before": vote_address(file, Office.EXECUTIVE),
        "office": what,
        "again": again,
        "seats": again.seats if again else file.seats(what),
        "standing": standing,
        "choose": choose,
        "meeting": file.meeting if what == Office.EXECUTIVE else file.committee,
        "fewest": file.book.standards.difference.candidates(file.congress.executives),
    }
    return render(request, "elections/vote.html", context)


def round_page(request: Request, congress_id: int, round_id: int) -> HttpResponse:
    """A vote as it stands: ballots, sheets, result; taking it back; a name written in."""
    file = file_or_404(request, congress_id)
    view = round_or_404(file, round_id)
    if request.method == "POST":
        return _change(request, congress_id, round_id)
    sheets = {one.sheet.counter_id: one for one in view.sheets}
    counters = [one for one in file.scrutineers if one.duty == Duty.COUNTER or one.pk in sheets]
    elected = {one.pk for one in view.elected}
    tied = {one.pk for one in view.tied}
    context = page_context(request, file)
    context |= {
        "view": view,
        "last": file.rounds[-1].round.pk == round_id,
        "counters": [{"who": one, "sheet": sheets.get(one.pk)} for one in counters],
        "rows": [
            {
                "name": view.candidate(one).name,
                "votes": view.votes(one),
                "elected": one.candidate_id in elected,
                "tied": one.candidate_id in tied,
            }
            for one in view.nominees
        ],
        "again": file.again(view.office),
        "next": next_step(file),
        "may_write_in": file.book.standards.write_ins,
    }
    context["change"] = context["may"] and context["last"]
    return render(request, "elections/round.html", context)


def _change(request: Request, congress_id: int, round_id: int) -> HttpResponse:
    which: dict[str, Any] = {"congress_id": congress_id, "round_id": round_id, "by": request.actor}
    deed = request.POST.get("deed", "")
    if deed == "take_back":
        done(request, lambda: voting.take_back(**which), _("The vote is taken back."))
        return HttpResponseRedirect(reverse("elections:congress", args=[congress_id]))
    name = fold(request.POST.get("name", ""))[:60]
    if deed == "write_in" and name:
        done(request, lambda: counting.write_in(**which, name=name))
    elif deed == "remove_sheet":
        number = request.POST.get("number", "")
        sheet_id = int(number) if number.isdecimal() and len(number) < 18 else 0
        done(request, lambda: counting.remove_sheet(**which, sheet_id=sheet_id))
    else:
        messages.warning(request, _("Write her name."))
    return HttpResponseRedirect(request.path)


def ballots(request: Request, congress_id: int, round_id: int) -> HttpResponse:
    """How many ballots went out, came back, and are invalid."""
    file = file_or_404(request, congress_id)
    view = round_or_404(file, round_id)
    one = view.round
    issued = view.meeting.present if one.issued is None else one.issued
    first = {"issued": issued, "returned": one.returned, "invalid": one.invalid}
    form = BallotsForm(request.POST or None, initial=first)
    page = reverse("elections:round", args=[congress_id, round_id])
    if form.is_valid() and done(
        request,
        lambda: voting.count_ballots(
            congress_id=congress_id,
            round_id=round_id,
            ballots=Ballots(**form.cleaned_data),
            by=request.actor,
        ),
    ):
        return HttpResponseRedirect(page)
    context = {**page_context(request, file), "view": view, "form": form, "back": page}
    return render(request, "elections/ballots.html", context)


def sheet(request: Request, congress_id: int, round_id: int, counter_id: int) -> HttpResponse:
    """One counter's sheet. Who saved it in between is shown beside what was written here."""
    file = file_or_404(request, congress_id)
    view = round_or_404(file, round_id)
    counter = next((one for one in file.scrutineers if one.pk == counter_id), None)
    if counter is None:
        raise Http404
    found = next((one for one in view.sheets if one.sheet.counter_id == counter_id), None)
    numbers = [one.pk for one in view.nominees]
    form = SheetForm(request.POST or None, initial=_written(view, found), nominees=numbers)
    conflict = False
    if form.is_valid():
        try:
            counting.save_sheet(
                congress_id=congress_id,
                round_id=round_id,
                counter_id=counter_id,
                ballots=form.cleaned_data["ballots"],
                marks=form.marks(),
                version=form.cleaned_data["version"],
                by=request.actor,
            )
        except JinguoError as refusal:
            messages.error(request, str(refusal))
            conflict = isinstance(refusal, SheetConflict)
        else:
            messages.success(request, _("The sheet is saved."))
            return HttpResponseRedirect(reverse("elections:round", args=[congress_id, round_id]))
    context = page_context(request, file)
    context |= {
        "view": view,
        "counter": counter,
        "sheet": found,
        "form": form,
        "version": _version(form, found, conflict=conflict),
        "rows": [_row(view, found, form, one, conflict) for one in view.nominees],
        "conflict": conflict,
        "theirs": not found or found.sheet.by_id == request.actor.id,
    }
    return render(request, "elections/sheet.html", context)


def _version(form: SheetForm, found: SheetView | None, *, conflict: bool) -> object:
    """What the page has seen of the sheet: after a conflict, what was saved in between."""
    if conflict:
        return found.sheet.version if found else 0
    return form["version"].value()


def _row(
    view: RoundView, found: SheetView | None, form: SheetForm, nominee: Any, conflict: bool
) -> dict[str, object]:
    saved = found.marks.get(nominee.pk) if found and conflict else None
    return {
        "name": view.candidate(nominee).name,
        "written_in": nominee.written_in,
        "for": form[f"for_{nominee.pk}"],
        "against": form[f"against_{nominee.pk}"],
        "saved": saved,
    }


def _written(view: RoundView, found: SheetView | None) -> dict[str, int]:
    """The sheet as it was saved; for a first one, the valid ballots not counted yet."""
    if found is None:
        left = view.ballots.valid - view.counted if view.ballots else 0
        return {"version": 0, **({"ballots": left} if left > 0 else {})}
    words = {"version": found.sheet.version, "ballots": found.sheet.ballots}
    for number, mark in found.marks.items():
        words |= {f"for_{number}": mark.in_favour, f"against_{number}": mark.against}
    return words
