"""Home, health and language."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.i18n import set_language

from jinguo.kernel.actor import ACCOUNTS, RECORD
from jinguo.web.base.context import home_code
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request

COUNTY = 6
"""Digits of the code of a county."""

language = login_not_required(set_language)


def home(request: Request) -> HttpResponse:
    """Her day, where she records for a village or township; else her unit.

    Of whoever keeps accounts only, these; where there is nothing yet, the first steps.
    """
    code = home_code(request.actor)
    if not code and request.actor.prefixes(ACCOUNTS):
        return HttpResponseRedirect(reverse("accounts:list"))
    if not code:
        return HttpResponseRedirect(reverse("setup:start"))
    if len(code) > COUNTY and request.actor.may(RECORD, code):
        return HttpResponseRedirect(reverse("agenda:today") + days_of(request).query)
    return HttpResponseRedirect(reverse("units:unit", args=[code]) + days_of(request).query)


@login_not_required
def healthz(_request: HttpRequest) -> JsonResponse:
    """Whether the server answers and the database does."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "unreachable"}, status=503)
    return JsonResponse({"database": "ok"})
