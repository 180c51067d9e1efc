"""Correcting what is known of a woman; whoever comes second chooses between both values."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.actor import PERSONS
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.correcting import Outcome, Theirs, correct, theirs
from jinguo.roster.models import Batch
from jinguo.roster.queries.people import PersonCard, person_card
from jinguo.roster.rules.facts import FACT_TITLES
from jinguo.roster.writers.facts import NAMED_FACTS, shown_facts
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.people.forms import FactsForm

MINE = "mine:"


@dataclass(frozen=True, slots=True)
class Clash:
    """Both values of a fact: what each radio button sends, and how it is shown."""

    theirs: Theirs
    yours: str
    keep: str
    """What the form holds where hers is kept; of a number nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of the page."""

    field: BoundField
    title: str | Promise
    clash: Clash | None


def correct_facts(request: Request, person_id: int) -> HttpResponse:
    """Every fact as it is; what is sent is written unless somebody else wrote over the same."""
    card = keeper_card(request, person_id)
    if request.method != "POST":
        first = shown_facts(person_id)
        return _page(request, card, FactsForm(initial=first | {"phone": ""}), first)
    shown = _shown(request)
    form = FactsForm(request.POST)
    undecided = _undecided(request, person_id)
    if undecided:
        form.errors.clear()
        form.add_error(None, _("Choose one of both values where two were entered."))
        return _page(request, card, form, shown, undecided)
    outcome = _tried(request, card, form, shown) if form.is_valid() else None
    if outcome is not None and outcome.batch is not None:
        return _done(request, card, outcome.batch, outcome)
    if outcome is not None and outcome.clashes:
        return _second(request, card, outcome)
    return _page(request, card, form, shown)


def _tried(
    request: Request, card: PersonCard, form: FactsForm, shown: Mapping[str, str]
) -> Outcome | None:
    """Try to write it; what stands against it goes to the form."""
    try:
        outcome = correct(
            person_id=card.person_id,
            words={name: form.cleaned_data[name] for name in NAMED_FACTS},
            shown=shown, reason=form.cleaned_data["reason"], today=clock.today(),
            by=request.actor,
        )  # fmt: skip
    except JinguoError as refusal:
        form.add_error(None, str(refusal))
        return None
    for name, texts in outcome.faults.items():
        form.add_error(name, texts)
    return outcome


def _undecided(request: Request, person_id: int) -> dict[str, Clash]:
    """Facts with two values of which none was chosen."""
    return {
        name: _clash(theirs(person_id, name), request.POST[MINE + name])
        for name in NAMED_FACTS
        if MINE + name in request.POST and name not in request.POST
    }


def keeper_card(request: Request, person_id: int) -> PersonCard:
    """The woman, if the reader keeps what is known of her; raises ``Refused`` where not."""
    card = person_card(person_id, clock.today(), request.actor)
    if card is None or not card.keeps_unit:
        raise Refused("person", person_id, right=PERSONS)
    if card.erased:
        raise Http404
    return card


def _second(request: Request, card: PersonCard, outcome: Outcome) -> HttpResponse:
    """The form once more, on what stands there now, with both values where two were entered."""
    now = outcome.now
    words = request.POST.dict()
    for one in outcome.kept:
        words[one.fact] = "" if one.fact == "phone" else now[one.fact]
    clashes = {one.fact: _clash(one, words[one.fact]) for one in outcome.clashes}
    again = FactsForm(words)
    again.add_error(None, _("Somebody else corrected the same meanwhile. Nothing was written yet."))
    return _page(request, card, again, now, clashes, outcome.kept)


def _clash(one: Theirs, yours: str) -> Clash:
    return Clash(one, yours, "" if one.fact == "phone" else one.value)


def _page(
    request: Request,
    card: PersonCard,
    form: FactsForm,
    shown: Mapping[str, str],
    clashes: Mapping[str, Clash] | None = None,
    kept: Iterable[Theirs] = (),
) -> HttpResponse:
    both = clashes or {}
    words = {
        "card": card,
        "post": card.holdings[0],
        "form": form,
        "shown": json.dumps(dict(shown), ensure_ascii=False),
        "lines": [Line(form[name], FACT_TITLES[name], both.get(name)) for name in NAMED_FACTS],
        "kept": [told(one) for one in kept],
        "masked": next(one.value for one in card.facts if one.masked),
    }
    return render(request, "people/correct.html", words, status=_status(form, both))


def _status(form: FactsForm, clashes: Mapping[str, Clash]) -> int:
    return 409 if clashes else 400 if form.errors else 200


def told(one: Theirs) -> str:
    """What somebody else changed meanwhile, in a sentence."""
    words = {
        "who": one.who or _("Somebody"),
        "when": f"{localtime(one.when):%Y-%m-%d %H:%M}" if one.when else "—",
        "fact": FACT_TITLES[one.fact],
        "value": one.value or _("not stated"),
    }
    return _("%(fact)s was changed meanwhile by %(who)s (%(when)s) and stays: %(value)s.") % words


def _done(request: Request, card: PersonCard, batch: Batch, outcome: Outcome) -> HttpResponse:
    undo = reverse("people:undo_correction", args=[card.person_id, batch.pk])
    messages.success(
        request, format_html('{} <a href="{}">{}</a>', _("Corrected."), undo, _("Undo"))
    )
    for one in outcome.kept:
        messages.warning(request, told(one))
    for remark in outcome.remarks:
        messages.warning(request, remark)
    return HttpResponseRedirect(reverse("people:person", args=[card.person_id]))


def _shown(request: Request) -> dict[str, str]:
    """The facts as the page showed them to whoever sends the form."""
    try:
        facts = json.loads(request.POST.get("shown", "{}"))
    except ValueError:
        return {}
    known = facts.items() if isinstance(facts, dict) else ()
    return {name: value for name, value in known if isinstance(value, str)}
