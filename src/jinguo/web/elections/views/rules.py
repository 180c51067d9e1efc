"""The rules of elections: what holds, where it is written, and the county's own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.elections.actions.ruling import drop_rule, set_rule
from jinguo.elections.enums import RuleKind
from jinguo.elections.queries.rulings import rule_in_force, ruling_lines
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import RULES
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.days import days_of
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.scope import trail, unit_or_404
from jinguo.web.elections.rights import done
from jinguo.web.elections.rule_forms import RuleForm


def rules(request: Request, code: str) -> HttpResponse:
    """What holds in a unit on a day; the county office may change what is its own to say."""
    days = days_of(request)
    place = unit_or_404(code, days.day, request.actor)
    context = _context(request, place) | {"lines": ruling_lines(place, days.day)}
    return render(request, "elections/rules.html", context)


def rule(request: Request, code: str, kind: str, level: int) -> HttpResponse:
    """State one rule anew. The form begins with what is in force."""
    place = _ruled(request, code)
    if kind not in RuleKind.values or level not in (0, Level.TOWNSHIP, Level.VILLAGE):
        raise Http404
    chosen = RuleKind(kind)
    known = rule_in_force(place, chosen, level or None, today())
    said = {name: getattr(known, name) for name in known.__dataclass_fields__} if known else {}
    form = RuleForm(request.POST or None, kind=chosen, initial={**said, "level": level})
    if form.is_valid():
        try:
            set_rule(place=place, ruling=form.ruling(), by=request.actor)
        except JinguoError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The rule is saved."))
            return HttpResponseRedirect(reverse("elections:rules", args=[code]))
    context = _context(request, place) | {"form": form, "kind": chosen}
    return render(request, "elections/rule.html", context)


@takes_form_of("elections:rules")
def drop(request: Request, code: str) -> HttpResponse:
    """Drop a rule of the county's own."""
    place = _ruled(request, code)
    number = request.POST.get("rule", "")
    if number.isdecimal():
        done(request, lambda: drop_rule(place=place, rule_id=int(number), by=request.actor),
             _("The rule of the county is dropped; the default holds."))  # fmt: skip
    return HttpResponseRedirect(reverse("elections:rules", args=[code]))


def _ruled(request: Request, code: str) -> Place:
    """The county, for whoever may set its rules. Raises ``Refused``."""
    place = unit_or_404(code, today(), request.actor)
    if not _may(request, place):
        raise Refused("unit", code, code=place.code, right=RULES)
    return place


def _may(request: Request, place: Place) -> bool:
    return place.level == Level.COUNTY and request.actor.may(RULES, place.code)


def _context(request: Request, place: Place) -> dict[str, Any]:
    return {
        "place": place,
        "name": federation_name(place),
        "trail": trail(place, today(), request.actor),
        "ruling": _may(request, place) and not days_of(request).past,
    }
