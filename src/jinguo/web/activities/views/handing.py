"""Taking one photo as soon as it is chosen, so that a line that breaks costs one photo's way."""

from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from jinguo.kernel.actor import RECORD
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.handing import kept_once
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


@takes_form_of("home", bare=True)
def hand_in(request: Request) -> HttpResponse:
    """Keep one photo for a form still being filled in; the same one sent again is kept once."""
    if not request.actor.prefixes(RECORD):
        raise Refused("address", request.path, right=RECORD)
    file = request.FILES.get("photos")
    if file is None:
        return JsonResponse({}, status=400)
    try:
        photo = kept_once(file.name or "", file.read(), request)
    except JinguoError as refusal:
        return JsonResponse({"refused": str(refusal)}, status=400)
    url = reverse("activities:waiting", args=[photo.pk])
    return JsonResponse({"id": photo.pk, "url": f"{url}?small"})
