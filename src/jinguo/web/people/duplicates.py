"""Two records, one woman? Proposed with what speaks for it and against; decided by a person."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from jinguo.audit.actions import record_reading
from jinguo.kernel.actor import PERSONS
from jinguo.kernel.errors import JinguoError
from jinguo.people.actions import learn_names
from jinguo.roster.actions.merging import ask_again, merge, tell_apart
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors.merging import ReasonMissing
from jinguo.roster.queries.duplicates import PAGE, Pair, Twin, duplicates, pair
from jinguo.roster.queries.later import later_edits
from jinguo.roster.queries.merges import Merge, merge_of_batch, merged_into, was_parted
from jinguo.roster.queries.people import PersonCard, person_card
from jinguo.web.base.days import days_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request

SHOWN = ("name", "phone", "birth_month")


def listing(request: Request) -> HttpResponse:
    """Pairs of whom the reader keeps both, ten a page, the likeliest first."""
    prefixes = request.actor.prefixes(PERSONS)
    if not prefixes:
        raise Refused("address", request.path, right=PERSONS)
    learn_names()
    page = page_number(request)
    found = duplicates(request.actor, page=page)
    if found.pairs:
        record_reading(
            by=request.actor, subject="person", subject_id="", unit_code=prefixes[0],
            fields=SHOWN, n=2 * len(found.pairs),
        )  # fmt: skip
    words = {"found": found, "numbers": numbers(page, found.total, PAGE, {})}
    return render(request, "people/duplicates.html", words)


class Verdict(forms.Form):
    """What was decided of two records, and why; ``keep`` is the one that stays."""

    deed = forms.ChoiceField(choices=[(one, one) for one in ("merge", "two", "again")])
    keep = forms.IntegerField(required=False)
    reason = forms.CharField(required=False, max_length=200)


def decide(request: Request, one_id: int, other_id: int) -> HttpResponse:
    """Both beside each other; one woman, two women, or asked again."""
    found = pair(one_id, other_id, request.actor)
    if found is None:
        return _merged_meanwhile(request, one_id, other_id)
    refused = ""
    if request.method == "POST":
        verdict = Verdict(request.POST)
        try:
            if verdict.is_valid():
                return _carried_out(request, found, verdict)
            refused = _refused(verdict)
        except JinguoError as refusal:
            refused = str(refusal)
    else:
        record_reading(
            by=request.actor, subject="person", subject_id=one_id,
            unit_code=found.one.seats[0].unit_code, fields=SHOWN, other=other_id,
        )  # fmt: skip
    words = {
        "pair": found,
        "refused": refused,
        "stays": _stays(found, request.POST.get("keep", "")),
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "people/pair.html", words, status=400 if refused else 200)


def _merged_meanwhile(request: Request, one_id: int, other_id: int) -> HttpResponse:
    """Whoever goes back, or comes second, is led to the record both go by."""
    kept = merged_into(one_id) or one_id
    one = kept == (merged_into(other_id) or other_id) and one_id != other_id
    card = person_card(kept, days_of(request).day, request.actor) if one else None
    if card is None or not card.keeps_unit:
        raise Refused("person", other_id, right=PERSONS)
    messages.warning(request, _("The two are one record already."))
    return HttpResponseRedirect(reverse("people:person", args=[kept]))


def _refused(verdict: Verdict) -> str:
    if "reason" in verdict.errors:
        return _("The reason is too long: at most 200 characters.")
    return _("Nothing was done. Press the button once more.")


def _stays(found: Pair, chosen: str) -> Twin:
    """The record that was chosen, else the one described last: what it says is newer."""
    one, other = found.one, found.other
    if chosen in (str(one.person_id), str(other.person_id)):
        return one if chosen == str(one.person_id) else other
    if other.described_on and (one.described_on is None or other.described_on > one.described_on):
        return other
    return one


def _carried_out(request: Request, found: Pair, verdict: Verdict) -> HttpResponse:
    one, other = found.one.person_id, found.other.person_id
    here = reverse("people:pair", args=[one, other])
    names = {"one": found.one.name, "other": found.other.name}
    deed, keep = verdict.cleaned_data["deed"], verdict.cleaned_data["keep"]
    if deed == "merge":
        kept = other if keep == other else one
        reason = verdict.cleaned_data["reason"].strip()
        if not (reason or found.signs.proposes):
            raise ReasonMissing
        batch = merge(kept_id=kept, gone_id=one + other - kept, reason=reason, by=request.actor)
        told = _("%(one)s and %(other)s are one record now.") % names
        messages.success(request, _with_way_back(told, _part_of(kept, batch.pk), _("Part them")))
        return HttpResponseRedirect(reverse("people:person", args=[kept]))
    if deed == "two":
        tell_apart(one_id=one, other_id=other, by=request.actor)
        told = _("%(one)s and %(other)s are two women; they are not proposed again.") % names
        messages.success(request, _with_way_back(told, here, _("Think it over")))
    else:
        ask_again(one_id=one, other_id=other, by=request.actor)
        messages.success(request, _("The two are asked about again."))
    return HttpResponseRedirect(reverse("people:duplicates"))


def _with_way_back(told: str, way: str, words: str) -> str:
    return format_html('{} <a href="{}">{}</a>', told, way, words)


def _part_of(person_id: int, batch_id: int) -> str:
    return reverse("people:part", args=[person_id, batch_id])


def part(request: Request, person_id: int, batch_id: int) -> HttpResponse:
    """Ask once, then both records are there again, as they were."""
    card, merged = _merged_or_404(request, person_id, batch_id)
    if merged is None:
        messages.warning(request, _("They are parted already."))
        return HttpResponseRedirect(reverse("people:person", args=[person_id]))
    if request.method == "POST":
        try:
            undo(batch_id=batch_id, by=request.actor)
        except JinguoError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("They are two records again, as they were."))
        return HttpResponseRedirect(reverse("people:person", args=[person_id]))
    words = {"card": card, "merged": merged, "later": later_edits(batch_id)}
    return render(request, "people/part.html", words)


def _merged_or_404(
    request: Request, person_id: int, batch_id: int
) -> tuple[PersonCard, Merge | None]:
    """The woman, and what was merged into her record; nothing where it is parted again."""
    card = person_card(person_id, days_of(request).day, request.actor)
    merged = merge_of_batch(batch_id)
    if card is None or not card.keeps_unit:
        raise Refused("person", person_id, right=PERSONS)
    if merged is None and was_parted(batch_id, person_id):
        return card, None
    if merged is None or merged.kept_id != person_id:
        raise Http404
    return card, merged
