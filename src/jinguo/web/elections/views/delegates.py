"""Delegates: groups with quotas, names, credentials."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.actions import listing
from jinguo.elections.enums import RuleKind
from jinguo.elections.queries.dossier import Dossier
from jinguo.web.base.request import Request
from jinguo.web.elections.context import page_context
from jinguo.web.elections.forms import DelegatesForm, GroupForm
from jinguo.web.elections.rights import done, file_or_404


def delegates(request: Request, congress_id: int) -> HttpResponse:
    """The list, and what can be done to it."""
    file = file_or_404(request, congress_id)
    names, group = DelegatesForm(), GroupForm()
    if request.method == "POST":
        deed = request.POST.get("deed", "")
        if deed == "names":
            names = DelegatesForm(request.POST)
            moved = names.is_valid() and _add(request, congress_id, names)
        elif deed == "group":
            group = GroupForm(request.POST)
            moved = group.is_valid() and _group(request, congress_id, group)
        else:
            _one(request, congress_id, deed)
            moved = True
        if moved:
            return HttpResponseRedirect(reverse("elections:delegates", args=[congress_id]))
    context = page_context(request, file)
    context |= {
        "names_form": names,
        "group_form": group,
        "rows": _rows(file),
        "bounds": file.book.bounds(RuleKind.DELEGATES),
        "chosen": request.GET.get("group", ""),
    }
    return render(request, "elections/delegates.html", context)


def _add(request: Request, congress_id: int, form: DelegatesForm) -> bool:
    return done(
        request,
        lambda: listing.add_delegates(
            congress_id=congress_id,
            names=form.cleaned_data["names"],
            group_id=form.cleaned_data["group"],
            by=request.actor,
        ),
        _("%(n)s names added.") % {"n": len(form.cleaned_data["names"])},
    )


def _group(request: Request, congress_id: int, form: GroupForm) -> bool:
    return done(
        request,
        lambda: listing.set_group(congress_id=congress_id, by=request.actor, **form.cleaned_data),
        _("Recorded."),
    )


def _one(request: Request, congress_id: int, deed: str) -> None:
    """A button beside a group or a name."""
    text = request.POST.get("number", "")
    number = int(text) if text.isdecimal() and len(text) < 18 else 0
    which = {"congress_id": congress_id, "delegate_id": number}
    if deed == "remove_group":
        done(
            request,
            lambda: listing.remove_group(
                congress_id=congress_id, group_id=number, by=request.actor
            ),
        )
    elif deed in ("pass", "fail"):
        done(
            request,
            lambda: listing.set_passed(**which, passed=deed == "pass", by=request.actor),
        )
    elif deed == "remove":
        done(request, lambda: listing.remove_delegate(**which, by=request.actor))
    else:
        messages.warning(request, _("Nothing was done. Press the button once more."))


def _rows(file: Dossier) -> list[dict[str, object]]:
    """Groups with their delegates; those without a group last."""
    rows: list[dict[str, object]] = []
    for group in [*file.groups, None]:
        number = group.pk if group else None
        here = [one for one in file.delegates if one.group_id == number]
        if group or here:
            rows.append({"group": group, "delegates": here, "n": len(here)})
    return rows
