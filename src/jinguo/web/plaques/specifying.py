"""How the plaques of a county are to be: what holds, what was stated, stating it anew."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import RULES
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.plaques.actions import state_specification, withdraw_specification
from jinguo.plaques.models import PlaqueSpecification
from jinguo.plaques.queries import board_of, ordered, specification, specifications
from jinguo.plaques.rules import size_of
from jinguo.plaques.writers import drawn
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import carried_out
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import unit_or_404
from jinguo.web.plaques.drawings import saved, why_not_drawn
from jinguo.web.plaques.specification_form import BoardForm, SpecificationForm, as_filled_in


def stated(request: Request, code: str) -> HttpResponse:
    """What holds today, on whose word, and every statement there was."""
    county = _county(request, code)
    held = specification(county.division_id, today())
    text = _longest(county, held)
    context = {
        "place": county,
        "name": federation_name(county),
        "held": held,
        "every": specifications(county.division_id),
        "text": text,
        "size": size_of(board_of(held), text),
        "fault": why_not_drawn(text, board_of(held)),
        "states": request.actor.may(RULES, county.code),
        "today": today(),
    }
    return render(request, "plaques/specification.html", context)


def longest(request: Request, code: str) -> HttpResponse:
    """The longest text of the county on the board that holds today, drawn."""
    county = _county(request, code)
    held = specification(county.division_id, today())
    text = _longest(county, held)
    try:
        return saved(drawn(text, text, board_of(held), "svg"), text, "svg")
    except JinguoError as refusal:
        raise Http404 from refusal


def state(request: Request, code: str) -> HttpResponse:
    """State one; the form begins with what holds, or with the one it is asked to take up."""
    county = _specified(request, code)
    held = _taken_up(request, county) or specification(county.division_id, today())
    first = as_filled_in(held) | {"valid_from": today()}
    form = SpecificationForm(request.POST or None, initial=first)
    previewed = "preview" in request.POST
    if form.is_valid() and not previewed:
        try:
            state_specification(county=county, stated=form.stated(), by=request.actor)
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The specification is saved."))
            return HttpResponseRedirect(reverse("plaques:specification", args=[code]))
    return _page(request, county, form, held)


def preview(request: Request, code: str) -> HttpResponse:
    """The longest text of the county on a board as filled in, drawn; 400 with why it cannot be."""
    county = _specified(request, code)
    form = BoardForm(request.GET)
    if form.is_valid():
        board = form.board()
        text = _longest(county, PlaqueSpecification(**form.cleaned_data))
        why = why_not_drawn(text, board)
        if not why:
            return saved(drawn(text, text, board, "svg"), text, "svg")
    else:
        why = " ".join(str(one) for told in form.errors.values() for one in told)
    return HttpResponse(why, status=400, content_type="text/plain; charset=utf-8")


@takes_form_of("plaques:specification")
def withdraw(request: Request, code: str) -> HttpResponse:
    """Withdraw one; what held before holds on."""
    county = _specified(request, code)
    number = request.POST.get("number", "")
    if number.isdecimal() and len(number) < 18:
        carried_out(
            request,
            lambda: withdraw_specification(county=county, number=int(number), by=request.actor),
            _("Withdrawn. It stays to be seen, and can be stated again."),
        )
    return HttpResponseRedirect(reverse("plaques:specification", args=[code]))


def _page(
    request: Request, county: Place, form: SpecificationForm, held: PlaqueSpecification
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        board, text = form.board(), _longest(county, _unsaved(form))
    else:
        board, text = board_of(held), _longest(county, held)
    context = {
        "place": county,
        "form": form,
        "text": text,
        "fault": "" if form.errors else why_not_drawn(text, board),
        "shown": _query(form) if not form.errors else "",
    }
    return render(request, "plaques/state.html", context, status=400 if form.errors else 200)


def _query(form: SpecificationForm) -> str:
    """The address of the preview of what the form says."""
    return urlencode({name: form[name].value() for name in BoardForm.base_fields})


def _unsaved(form: BoardForm) -> PlaqueSpecification:
    words = {name: form.cleaned_data[name] for name in BoardForm.base_fields}
    return PlaqueSpecification(**words)


def _taken_up(request: Request, county: Place) -> PlaqueSpecification | None:
    number = request.GET.get("from", "")
    for one in specifications(county.division_id):
        if str(one.pk) == number:
            return one
    return None


def _longest(county: Place, specified: PlaqueSpecification) -> str:
    return max((one.text for one in ordered(county, today(), specified)), key=len)


def _county(request: Request, code: str) -> Place:
    county = unit_or_404(code, today(), request.actor)
    if county.level != Level.COUNTY:
        raise Http404
    return county


def _specified(request: Request, code: str) -> Place:
    """The county, for whoever may say how its plaques are to be. Raises ``Refused``."""
    county = _county(request, code)
    if not request.actor.may(RULES, county.code):
        raise Refused("unit", code, code=county.code, right=RULES)
    return county
