"""Candidates: the list with its verdict, somebody of the sitting committee, somebody else."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions import nominating
from jinguo.elections.queries.dossier import Dossier, verdict
from jinguo.elections.queries.known import KnownWoman, namesakes, sitting
from jinguo.elections.rules.strokes import unplaced
from jinguo.kernel.clock import today
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.request import Request
from jinguo.web.elections.context import page_context
from jinguo.web.elections.forms import CandidateForm, said_of
from jinguo.web.elections.rights import done, file_or_404

NEW = "new"


def candidates(request: Request, congress_id: int) -> HttpResponse:
    """Everybody proposed, by strokes, and what the list lacks."""
    file = file_or_404(request, congress_id)
    known = {one.person_id for one in file.everybody}
    free = [
        one for one in sitting(file.congress.federation_id, today()) if one.person_id not in known
    ]
    if request.method == "POST":
        _change(request, congress_id, free)
        return HttpResponseRedirect(reverse("elections:candidates", args=[congress_id]))
    context = page_context(request, file)
    needed = file.book.standards.difference.candidates(file.congress.executives)
    context |= {
        "sitting": [] if file.congress.by_election else free,
        "verdicts": verdict(file) if file.candidates and not file.congress.by_election else [],
        "needed": needed,
        "missing": max(needed - len(file.candidates), 0),
        "unplaced": unplaced([one.name for one in file.candidates]),
        "category_names": category_names(),
    }
    return render(request, "elections/candidates.html", context)


def _change(request: Request, congress_id: int, free: list[KnownWoman]) -> None:
    deed, chosen = request.POST.get("deed", ""), request.POST.getlist("person")
    if deed == "withdraw":
        number = request.POST.get("number", "")
        done(
            request,
            lambda: nominating.withdraw(
                congress_id=congress_id,
                candidate_id=int(number) if number.isdecimal() and len(number) < 18 else 0,
                by=request.actor,
            ),
        )
        return
    who = [one for one in free if str(one.person_id) in chosen]
    done(
        request,
        lambda: nominating.nominate_sitting(congress_id=congress_id, sitting=who, by=request.actor),
        _("%(n)s candidates added.") % {"n": len(who)} if who else "",
    )


def new(request: Request, congress_id: int) -> HttpResponse:
    """Propose somebody; where women of her name are known, ask whether she is one of them."""
    file = file_or_404(request, congress_id)
    form = CandidateForm(request.POST or None, categories=category_names())
    same: list[KnownWoman] = []
    if form.is_valid():
        same = namesakes(form.cleaned_data["name"], reader=request.actor)
        who = request.POST.get("who", "")
        ids = {str(one.person_id): one.person_id for one in same}
        if (not same or who == NEW or who in ids) and done(
            request,
            lambda: nominating.nominate(
                congress_id=congress_id, words=form.words(ids.get(who)), by=request.actor
            ),
            _("%(name)s stands for election.") % {"name": form.cleaned_data["name"]},
        ):
            return HttpResponseRedirect(reverse("elections:candidates", args=[congress_id]))
    return _form(request, file, form, same=same, title=_("A new candidate"))


def one(request: Request, congress_id: int, candidate_id: int) -> HttpResponse:
    """Correct what is said of a candidate."""
    file = file_or_404(request, congress_id)
    found = next((who for who in file.everybody if who.pk == candidate_id), None)
    if found is None:
        raise Http404
    form = CandidateForm(request.POST or None, initial=said_of(found), categories=category_names())
    if form.is_valid() and done(
        request,
        lambda: nominating.change_nomination(
            congress_id=congress_id,
            candidate_id=candidate_id,
            words=form.words(found.person_id),
            by=request.actor,
        ),
        _("Recorded."),
    ):
        return HttpResponseRedirect(reverse("elections:candidates", args=[congress_id]))
    return _form(request, file, form, found=found, title=found.name)


def _form(request: Request, file: Dossier, form: CandidateForm, **more: Any) -> HttpResponse:
    context = {**page_context(request, file), "form": form, "more": _more(form), **more}
    return render(request, "elections/candidate.html", context)


def _more(form: CandidateForm) -> list[Any]:
    """The fields that only some lists ask for."""
    names = ("kind", "occupation", "sector", "education", "political_status", "ethnicity")
    return [form[name] for name in names]
