"""The groups of a unit: the register, a new one, dissolving, striking out, putting back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jinguo.groups.actions import amend, dissolve, register, strike, unstrike
from jinguo.groups.enums import GroupKind
from jinguo.groups.models import ContactGroup
from jinguo.groups.queries import group, groups_of, unit_of
from jinguo.kernel.actor import RECORD
from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.amending import amended, carried, refused, texts
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import (
    Unit,
    carried_out,
    unit_of_record,
    unit_to_write,
    unit_with_records,
)
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request
from jinguo.web.base.returning import campaign_page, carry, onward
from jinguo.web.groups.forms import EndForm, GroupForm


def register_page(request: Request, code: str) -> HttpResponse:
    """The register of a unit."""
    unit = unit_with_records(request, code)
    groups = groups_of(unit.federation_id)
    living = [one for one in groups if one.struck_at is None and one.dissolved_on is None]
    words = {
        "unit": unit,
        "place": unit.place,
        "trail": unit.trail,
        "groups": groups,
        "living": len(living),
        "reach": sum(one.members or 0 for one in living),
        "today": today(),
        "carry": carry(request),
        "campaign_page": campaign_page(request, unit),
    }
    return render(request, "groups/unit.html", words)


def change(request: Request, number: int) -> HttpResponse:
    """What is registered, to be said otherwise."""
    unit = unit_of_record(request, unit_of(number), "group", number)
    found = group(number)
    if found is None:
        raise Http404
    if not unit.writes:
        raise Refused("group", number, code=unit.place.code, right=RECORD)
    if request.method != "POST":
        now = {name: getattr(found, name) for name in GroupForm.base_fields}
        return _form(request, unit, GroupForm(initial=now), found, texts(now))
    form = GroupForm(request.POST)
    was = carried(request.POST, form)
    if form.is_valid():
        told = amended(form, was)
        try:
            amend(
                group_id=number, values=told.values, shown=told.shown, today=today(),
                by=request.actor,
            )  # fmt: skip
        except JinguoError as refusal:
            was = refused(form, refusal, was)
        else:
            messages.success(request, _("Changed: %(title)s.") % {"title": form["name"].value()})
            return onward(request, unit, "groups:unit", unit.place.prefix)
    return _form(request, unit, form, found, was)


def new(request: Request, code: str) -> HttpResponse:
    """Register a group; what is known is filled in."""
    unit = unit_to_write(request, code)
    if request.method != "POST":
        first = {
            "name": f"{unit.place.short}妇女群",  # groups are named in Chinese, whoever reads
            "kind": GroupKind.WOMEN,
            "founded_on": today(),
        }
        return _form(request, unit, GroupForm(initial=first))
    form = GroupForm(request.POST)
    if form.is_valid():
        try:
            register(
                federation_id=unit.federation_id, **form.cleaned_data, today=today(),
                by=request.actor,
            )  # fmt: skip
        except JinguoError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The group is on the register."))
            return onward(request, unit, "groups:unit", code)
    return _form(request, unit, form)


@takes_form_of("home", bare=True)
def end(request: Request, number: int) -> HttpResponse:
    """Dissolve a group from the day told."""
    unit = unit_of_record(request, unit_of(number), "group", number)
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["dissolved_on"][0]))
        return onward(request, unit, "groups:unit", unit.place.prefix)
    on = form.cleaned_data["dissolved_on"]
    carried_out(
        request,
        lambda: dissolve(group_id=number, on=on, today=today(), by=request.actor),
        _("The group is dissolved from %(day)s on.") % {"day": on},
    )
    return onward(request, unit, "groups:unit", unit.place.prefix)


@takes_form_of("home", bare=True)
def strike_out(request: Request, number: int) -> HttpResponse:
    """Strike a group out."""
    unit = unit_of_record(request, unit_of(number), "group", number)
    why = request.POST.get("why", "")
    carried_out(
        request,
        lambda: strike(group_id=number, why=why, by=request.actor),
        _("Struck out. It can be put back."),
    )
    return onward(request, unit, "groups:unit", unit.place.prefix)


@takes_form_of("home", bare=True)
def back(request: Request, number: int) -> HttpResponse:
    """Put a group back."""
    unit = unit_of_record(request, unit_of(number), "group", number)
    carried_out(
        request,
        lambda: unstrike(group_id=number, today=today(), by=request.actor),
        _("It counts again."),
    )
    return onward(request, unit, "groups:unit", unit.place.prefix)


def _form(
    request: Request,
    unit: Unit,
    form: GroupForm,
    found: ContactGroup | None = None,
    was: dict[str, str] | None = None,
) -> HttpResponse:
    words = {
        "unit": unit,
        "group": found,
        "form": form,
        "was": was or {},
        "today": today(),
        "carry": carry(request),
        "campaign_page": campaign_page(request, unit),
    }
    return render(request, "groups/form.html", words, status=400 if form.errors else 200)
