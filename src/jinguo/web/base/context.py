"""What the layout needs on every page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.kernel.actor import ACCOUNTS, AUDIT, IMPORT, VIEW, Actor
from jinguo.web.base.days import days_of
from jinguo.web.base.nobody import NOBODY


@dataclass(frozen=True, slots=True)
class Tab:
    """An entry of the short menu; ``area`` is the URL namespace it stands for."""

    area: str
    label: str | Promise
    url: str
    here: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Days, menu and reader for the layout."""
    actor: Actor = getattr(request, "actor", NOBODY)
    days = days_of(request)
    return {
        "days": days,
        "actor": actor,
        "finds": bool(home_code(actor)),
        "tabs": _tabs(request, actor, days.query),
    }


def home_code(actor: Actor) -> str:
    """The prefix of the reader's own unit; of several, the highest in the tree."""
    return min(actor.prefixes(VIEW), key=lambda prefix: (len(prefix), prefix), default="")


def _tabs(request: HttpRequest, actor: Actor, query: str) -> list[Tab]:
    match = request.resolver_match
    area = match.namespace if match else ""
    asked = match.kwargs.get("code", "") if match else ""
    code = asked or home_code(actor)
    tabs = []
    if code:
        tabs = [
            Tab("agenda", _("My day"), reverse("agenda:today"), False),
            Tab("units", _("Overview"), reverse("units:unit", args=[code]) + query, False),
            Tab("figures", _("Figures"), reverse("figures:figures", args=[code]) + query, False),
            Tab(
                "composition",
                _("Composition"),
                reverse("composition:verdicts", args=[code]) + query,
                False,
            ),
            Tab("elections", _("Elections"), reverse("elections:start"), False),
            Tab("campaigns", _("Campaigns"), reverse("campaigns:list"), False),
        ]
    if actor.prefixes(IMPORT):
        tabs.append(Tab("imports", _("Import"), reverse("imports:start"), False))
    if actor.prefixes(ACCOUNTS):
        tabs.append(Tab("accounts", _("Accounts"), reverse("accounts:list"), False))
    if actor.prefixes(AUDIT):
        tabs.append(Tab("audit", _("Record"), reverse("audit:record"), False))
    return [Tab(tab.area, tab.label, tab.url, tab.area == area) for tab in tabs]
