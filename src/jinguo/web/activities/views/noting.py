"""Noting an activity on a phone, and saying of it otherwise."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from jinguo.activities.actions import Note, amend, note_activity
from jinguo.activities.models import Activity
from jinguo.activities.queries import photos_of
from jinguo.files.queries import left_over
from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.web.activities.forms import ActivityForm
from jinguo.web.activities.units import activity_to_write
from jinguo.web.base.amending import amended, carried, refused, texts
from jinguo.web.base.handing import Handed, handed_in
from jinguo.web.base.recording import Unit, unit_to_write
from jinguo.web.base.request import Request
from jinguo.web.base.returning import campaign_page, onward
from jinguo.web.base.reuse import reuses

SPARE = timedelta(days=1)
"""How long photos that were handed in and not used are offered again."""


def new(request: Request, code: str) -> HttpResponse:
    """One screen: what, which kind, when, where, how many, photos."""
    unit = unit_to_write(request, code)
    if request.method != "POST":
        first = {"held_on": clock.today(), "place": unit.place.short}
        return _page(request, unit, ActivityForm(initial=first), Handed([], []))
    form, handed = ActivityForm(request.POST), handed_in(request)
    if form.is_valid() and not handed.refused:
        try:
            made = note_activity(
                federation_id=unit.federation_id, note=Note(**form.cleaned_data),
                today=clock.today(), by=request.actor, photo_ids=handed.ids,
            )  # fmt: skip
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, unit, made, handed, _("Recorded: %(title)s."))
    return _page(request, unit, form, handed)


def change(request: Request, activity_id: int) -> HttpResponse:
    """The same page with what is recorded; photos are taken off by their ticks."""
    found, unit = activity_to_write(request, activity_id)
    if request.method != "POST":
        first = {name: getattr(found, name) for name in ActivityForm.base_fields}
        form, handed = ActivityForm(initial=first), Handed(photos_of(found.pk), [])
        return _page(request, unit, form, handed, found, texts(first))
    form, handed = ActivityForm(request.POST), handed_in(request, photos_of(found.pk))
    was = carried(request.POST, form)
    if form.is_valid() and not handed.refused:
        told = amended(form, was)
        try:
            amend(
                activity_id=found.pk, values=told.values, shown=told.shown,
                today=clock.today(), by=request.actor, photo_ids=handed.ids,
            )  # fmt: skip
        except JinguoError as refusal:
            was = refused(form, refusal, was)
        else:
            found.title = form.cleaned_data["title"]
            return _done(request, unit, found, handed, _("Changed: %(title)s."))
    return _page(request, unit, form, handed, found, was)


def _done(request: Request, unit: Unit, one: Activity, handed: Handed, words: str) -> HttpResponse:
    """On to its page, or back to the gates; a photo used before is a remark, not a refusal."""
    messages.success(request, words % {"title": one.title})
    told = reuses(handed.ids, request.actor, but=[(one.WORD, one.pk)])
    for line in dict.fromkeys(use.words for uses in told.values() for use in uses):
        messages.warning(request, line)
    return onward(request, unit, "activities:one", one.pk)


def _page(
    request: Request,
    unit: Unit,
    form: ActivityForm,
    handed: Handed,
    found: Activity | None = None,
    was: dict[str, str] | None = None,
) -> HttpResponse:
    wrong = bool(form.errors or handed.refused)
    context = {
        "unit": unit,
        "form": form,
        "was": was or {},
        "handed": handed,
        "activity": found,
        "campaign_page": campaign_page(request, unit),
        "own": {photo.pk for photo in photos_of(found.pk)} if found else set(),
        "today": clock.today(),
        "spare": [] if form.is_bound else left_over(request.actor.id, timezone.now() - SPARE),
    }
    return render(request, "activities/form.html", context, status=400 if wrong else 200)
