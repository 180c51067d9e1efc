"""Whoever came from a campaign to record something is led back to where its gates are seen."""

import re

from django.http import HttpResponseRedirect
from django.urls import reverse

from jinguo.web.base.recording import Unit
from jinguo.web.base.request import Request

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,40}")


def campaign_of(request: Request) -> str:
    """The short name of the campaign she came from (``?campaign=…``); empty where from none."""
    slug = request.GET.get("campaign", "")
    return slug if _SLUG.fullmatch(slug) else ""


def carry(request: Request) -> str:
    """The same for the addresses of a page, so that it is not lost on the way."""
    slug = campaign_of(request)
    return f"?campaign={slug}" if slug else ""


def campaign_page(request: Request, unit: Unit) -> str:
    """Where the gates of the unit are seen; empty where she came from no campaign."""
    slug = campaign_of(request)
    return reverse("campaigns:unit", args=[slug, unit.place.prefix]) if slug else ""


def onward(request: Request, unit: Unit, page: str, *args: object) -> HttpResponseRedirect:
    """Back to the gates of the unit, or to the page named."""
    return HttpResponseRedirect(campaign_page(request, unit) or reverse(page, args=args))
