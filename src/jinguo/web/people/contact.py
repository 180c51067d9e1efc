"""The number of one woman: asked for with a reason, shown once."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from jinguo.audit.actions import record_refusal
from jinguo.kernel import clock
from jinguo.kernel.actor import CONTACTS
from jinguo.roster.actions.contacting import Contact, read_contact
from jinguo.roster.queries.people import PersonCard, person_card
from jinguo.web.base.days import days_of
from jinguo.web.base.reasons import ReasonForm
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


@never_cache
def phone(request: Request, person_id: int) -> HttpResponse:
    """Asks why; then shows the number, which is recorded. Without the right, the masked one."""
    day = days_of(request).day
    card = person_card(person_id, day, request.actor)
    if card is None:
        raise Refused("person", person_id, right=CONTACTS)
    if not card.contacts_unit:
        record_refusal(
            by=request.actor, what=CONTACTS, subject="person", subject_id=person_id,
            unit_code=card.holdings[0].unit_code,
        )  # fmt: skip
        return render(request, "people/phone.html", _context(card), status=403)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        read = read_contact(person_id=person_id, day=day, reason=form.reason, by=request.actor)
        shown = {"contact": read, "reason": form.reason, "at": clock.now(), "callable": _dial(read)}
        return render(request, "people/phone.html", _context(card) | shown)
    context = _context(card) | {"form": form}
    return render(request, "people/phone.html", context, status=400 if form.errors else 200)


def _context(card: PersonCard) -> dict[str, object]:
    masked = next(one.value for one in card.facts if one.masked)
    return {"card": card, "masked": masked, "post": card.holdings[0]}


def _dial(contact: Contact) -> str:
    """What a telephone dials: digits only, an extension left to the caller."""
    area, _dash, rest = contact.phone.partition("-")
    return area + rest.partition("-")[0]
