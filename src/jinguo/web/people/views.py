"""One person: facts, masked contact, and her posts as a line in time."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jinguo.audit.actions import record_reading
from jinguo.kernel.actor import ERASE
from jinguo.roster.queries.corrections import fact_changes
from jinguo.roster.queries.merges import merged_into, merges_into
from jinguo.roster.queries.people import person_card
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.days import days_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


def person(request: Request, person_id: int) -> HttpResponse:
    """The page of somebody who holds or held a post in the reader's part of the tree."""
    days = days_of(request)
    card = person_card(person_id, days.day, request.actor)
    if card is None:
        return _gone_to(request, person_id)
    current = [post for post in card.holdings if post.covers(days.day)]
    record_reading(
        by=request.actor, subject="person", subject_id=person_id,
        unit_code=(current or card.holdings)[0].unit_code,
        fields=[fact.name for fact in card.facts if fact.value],
    )  # fmt: skip
    return render(
        request,
        "people/person.html",
        {
            "card": card,
            "current": current,
            "whereabouts": current or card.holdings[:1],
            "units_now": len({post.unit_code for post in current}),
            "changes": fact_changes(person_id) if card.keeps_unit else [],
            "category_names": category_names(),
            "merges": merges_into(person_id),
            "may_erase": any(request.actor.may(ERASE, one.unit_code) for one in card.holdings),
        },
    )


def _gone_to(request: Request, person_id: int) -> HttpResponse:
    """Old addresses of a record that was merged lead to the one it goes by."""
    kept = merged_into(person_id)
    if kept is None or person_card(kept, days_of(request).day, request.actor) is None:
        raise Refused("person", person_id)
    return HttpResponseRedirect(reverse("people:person", args=[kept]))
