"""The record: all of it for auditors, one object's for whoever may see the object."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.access.queries import account_line
from jinguo.access.queries.explaining import explain
from jinguo.access.queries.objects import thing_of
from jinguo.audit.actions import check
from jinguo.audit.queries.listing import Object, chain_state, entries, entries_of
from jinguo.audit.rules.verbs import KINDS
from jinguo.divisions.queries import history
from jinguo.federations.queries import federation_name
from jinguo.kernel import clock
from jinguo.kernel.actor import ACCOUNTS, AUDIT, IMPORT, VIEW
from jinguo.roster.queries.people import person_card
from jinguo.web.audit.asking import asking, auditor_or_404, below_of, whole_office
from jinguo.web.audit.export import workbook
from jinguo.web.audit.labels import SUBJECTS
from jinguo.web.audit.telling import OBJECTS, told
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404

PAGE = 50


def record(request: Request) -> HttpResponse:
    """The newest entries in the auditor's scope, fifty a page, and the state of the chain."""
    auditor_or_404(request.actor)
    office, ask = whole_office(request.actor), asking(request)
    found = entries(ask.asked, request.actor, office=office, below=ask.below, size=PAGE + 1)
    for told_wrong in ask.passed_over:
        messages.warning(request, told_wrong)
    return render(
        request,
        "audit/record.html",
        {
            "entries": told(found[:PAGE], request.actor, office=office),
            "words": ask.words,
            "kinds": [(name, title) for name, (title, _verbs) in KINDS.items()],
            "older": ask.address(below=str(found[PAGE - 1].pk)) if len(found) > PAGE else "",
            "newest": ask.address() if ask.below else "",
            "chain": chain_state(),
            "office": office,
        },
    )


@takes_form_of("audit:record")
def download(request: Request) -> HttpResponse:
    """The entries asked for as a workbook, with a reason; taking it is recorded."""
    auditor_or_404(request.actor)
    ask, reason = asking(request), request.POST.get("reason", "").strip()[:200]
    if not reason:
        messages.error(request, _("Nothing was exported: say what the export is for."))
        return HttpResponseRedirect(reverse("audit:record") + ask.address())
    return workbook(ask, reason, request.actor)


@takes_form_of("audit:record")
def verify(request: Request) -> HttpResponse:
    """Look through the whole record, and say what was found; for auditors of the whole office."""
    if not whole_office(request.actor):
        raise Refused("address", request.path, right=AUDIT)
    verdict = check(by=request.actor)
    words = {"n": verdict.sealed, "wrong": verdict.count}
    if verdict.whole:
        messages.success(request, _("The record is whole: %(n)s entries verified.") % words)
    else:
        messages.error(request, _("The record is not whole: %(wrong)s problems.") % words)
        for problem in verdict.problems[:20]:
            messages.error(request, str(problem))
    return HttpResponseRedirect(reverse("audit:record"))


def unit(request: Request, code: str) -> HttpResponse:
    """What was done at a unit, under whatever code it had."""
    place = unit_or_404(code, clock.today(), request.actor)
    codes = tuple({one.code for one in history(place.division_id)})
    about = Object("division", str(place.division_id), codes)
    back = reverse("units:unit", args=[place.prefix])
    return _page(request, about, federation_name(place), back, own=True)


def one(request: Request, subject: str, number: int) -> HttpResponse:
    """What was done with one person, batch, account or congress."""
    if subject not in OBJECTS:
        raise Http404
    title, back, own = f"{SUBJECTS[subject]} {number}", "", False
    if subject == "person":
        card = person_card(number, clock.today(), request.actor)
        if card is not None:
            title, back = card.name, reverse("people:person", args=[number])
        elif not request.actor.prefixes(AUDIT):
            raise Refused("person", number, right=AUDIT)
    if subject == "account":
        line = account_line(number, request.actor, clock.today())
        if line is not None:
            title, own = line.display_name or line.username, True
            back = reverse("accounts:account", args=[number])
        elif not request.actor.prefixes(AUDIT):
            raise Refused("account", number, right=ACCOUNTS)
    if subject in PAGES:
        title, back = _seen(request, subject, number, title)
    return _page(request, Object(subject, str(number)), title, back, own=own)


PAGES = {"batch": ("imports:batch", IMPORT), "congress": ("elections:congress", VIEW)}
"""Subject → its page, and the right by which it is seen."""


def _seen(request: Request, subject: str, number: int, title: str) -> tuple[str, str]:
    """What it is called, and the way back to its page where the reader may open it."""
    page, right = PAGES[subject]
    thing = thing_of(subject, str(number))
    if thing is None:
        return title, ""
    if subject == "congress":
        title = _("Women's congress of %(unit)s") % {"unit": thing.places[0].short}
    return title, reverse(page, args=[number]) if explain(request.actor, right, thing) else ""


def _page(request: Request, about: Object, title: str, back: str, *, own: bool) -> HttpResponse:
    office = whole_office(request.actor)
    found = entries_of(
        about, request.actor, office=office, own=own, below=below_of(request), size=PAGE + 1
    )
    if not found and not back:
        raise Refused(about.subject, about.subject_id, right=AUDIT)
    return render(
        request,
        "audit/object.html",
        {
            "title": title,
            "back": back,
            "entries": told(found[:PAGE], request.actor, office=office),
            "older": f"?below={found[PAGE - 1].pk}" if len(found) > PAGE else "",
            "newest": "?" if below_of(request) else "",
            "subject": about.subject,
        },
    )
