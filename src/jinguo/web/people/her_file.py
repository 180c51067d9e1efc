"""Everything held about a woman, on a page and as a Word file for her."""

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jinguo.access.actions.handing_out import hand_out
from jinguo.access.errors import FileClosed
from jinguo.access.queries.held import held_about
from jinguo.audit.actions import record_reading
from jinguo.kernel import clock
from jinguo.kernel.actor import PERSONS
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@never_cache
def file(request: Request, person_id: int) -> HttpResponse:
    """The page; sent, the file that she takes with her. Both are recorded."""
    if request.method == "POST":
        return _taken(request, person_id)
    found = held_about(person_id, clock.today(), request.actor)
    if found is None:
        raise Refused("person", person_id, right=PERSONS)
    card, sections = found
    record_reading(
        by=request.actor, subject="person", subject_id=person_id, unit_code=card.keeps_unit,
        fields=[fact.name for fact in card.facts if fact.value],
    )  # fmt: skip
    return render(request, "people/file.html", {"card": card, "sections": sections})


def _taken(request: Request, person_id: int) -> HttpResponse:
    reason = " ".join(request.POST.get("reason", "").split())[:120]
    try:
        taken = hand_out(
            person_id=person_id,
            reason=reason or _("She asked for it"),
            today=clock.today(),
            by=request.actor,
        )
    except FileClosed as closed:
        raise Refused("person", person_id, right=PERSONS) from closed
    answer = HttpResponse(taken.content, content_type=WORD)
    name = quote(taken.name)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer
