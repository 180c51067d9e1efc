"""First steps of an empty office: an account, a list of divisions, a county, a roster."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters

from jinguo.access.actions import assign
from jinguo.access.models import Role
from jinguo.accounts.actions import create_first_account
from jinguo.accounts.errors import NameTaken, NameUnfit
from jinguo.accounts.models import Account
from jinguo.accounts.queries import anybody
from jinguo.database.setup_key import drop_setup_key, fits_setup_key
from jinguo.divisions.actions import decide, load_lists
from jinguo.divisions.errors import CountyOfOthers, SuccessionUnknown
from jinguo.divisions.queries import counties, matches, succession
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.kernel.text import sentences
from jinguo.web.base.context import home_code
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.request import Request
from jinguo.web.setup.forms import CountyForm, FirstAccountForm, ListForm, MatchForm
from jinguo.web.setup.office import office

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
def start(request: Request) -> HttpResponse:
    """Where the office stands, and the form of its next step."""
    found = office(request.actor)
    if found.step == "account":
        key = request.GET.get("key", "")
        form = FirstAccountForm(initial={"key": key})
        return _account_page(request, form, known=fits_setup_key(key))
    if not request.user.is_authenticated:
        return HttpResponseRedirect(reverse("account_login"))
    if not found.may_load and home_code(request.actor):
        return HttpResponseRedirect(reverse("home"))
    asked = matches(reader=found.loader(request.actor)) if found.may_load else []
    undecided = [one for one in asked if one.verdict == one.Verdict.PROPOSED]
    return render(
        request,
        "setup/start.html",
        {
            "office": found,
            "step": found.step,
            "undecided": undecided,
            "decided": [one for one in asked if one not in undecided],
        },
    )


@login_not_required
@takes_form_of("setup:start")
@sensitive_post_parameters("password", "again")
def account(request: Request) -> HttpResponse:
    """Make the first account. Only while there is none, and only with the printed key."""
    if anybody():
        raise Http404
    form = FirstAccountForm(request.POST)
    if not fits_setup_key(request.POST.get("key", "")):
        return _account_page(request, form, known=False)
    made = _made(form) if form.is_valid() else None
    if made is None:
        return _account_page(request, form, known=True)
    drop_setup_key()
    login(request, made, backend=BACKEND)
    return HttpResponseRedirect(reverse("setup:start"))


def _made(form: FirstAccountForm) -> Account | None:
    data = form.cleaned_data
    try:
        return create_first_account(
            username=data["username"],
            display_name=data["display_name"],
            password=data["password"],
            by=system("first steps"),
        )
    except JinguoError as refusal:
        of_name = isinstance(refusal, NameUnfit | NameTaken)
        form.add_error("username" if of_name else "password", str(refusal))
        return None


@takes_form_of("setup:start")
def lists(request: Request) -> HttpResponse:
    """Load a list of divisions."""
    found = office(request.actor)
    if not found.may_load:
        raise Http404
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Choose the list's file."))
        return HttpResponseRedirect(reverse("setup:start"))
    file = form.cleaned_data["file"]
    try:
        content = [(file.name or "", file.read())]
        done = load_lists(content, by=found.loader(request.actor), today=today())
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        words = {"rows": done.rows, "n": done.proposals}
        loaded = _("The list is loaded: %(rows)s lines.") % words
        asked = ngettext(
            "One match is not certain; say below what it is.",
            "%(n)s matches are not certain; say below what they are.",
            done.proposals,
        )
        messages.success(request, sentences(loaded, asked % words if done.proposals else ""))
    return HttpResponseRedirect(reverse("setup:start"))


@takes_form_of("setup:start")
def match(request: Request) -> HttpResponse:
    """Say whether the two places of an uncertain match are one."""
    found = office(request.actor)
    form = MatchForm(request.POST)
    if not found.may_load or not form.is_valid():
        raise Http404
    try:
        asked = succession(form.cleaned_data["number"])
        same = form.cleaned_data["verdict"] == "same"
        decide(asked, same=same, by=found.loader(request.actor))
    except (SuccessionUnknown, CountyOfOthers) as hidden:
        raise Http404 from hidden
    except JinguoError as refusal:
        messages.error(request, str(refusal))
    else:
        verdict = _("one place") if same else _("two places")
        recorded = _("Recorded: %(match)s: %(verdict)s.")
        messages.success(request, recorded % {"match": asked, "verdict": verdict})
    return HttpResponseRedirect(reverse("setup:start") + "#matches")


@takes_form_of("setup:start")
def county(request: Request) -> HttpResponse:
    """Say which county this office is; whoever says so becomes its county office."""
    found = office(request.actor)
    if found.step != "county":
        raise Http404
    form = CountyForm(request.POST, counties=counties())
    if form.is_valid():
        chosen = {str(one.division_id): one for one in counties()}[form.cleaned_data["county"]]
        assign(
            account_id=request.actor.id,
            role=Role.COUNTY,
            place=chosen,
            by=system("first steps"),
        )
    return HttpResponseRedirect(reverse("setup:start"))


def _account_page(request: Request, form: FirstAccountForm, *, known: bool) -> HttpResponse:
    wrong_key = not known and bool(form["key"].value())
    context = {"form": form, "known": known, "wrong_key": wrong_key, "step": "account"}
    return render(request, "setup/account.html", context, status=403 if wrong_key else 200)
