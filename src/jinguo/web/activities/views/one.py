"""The page of one activity, and its photos."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from jinguo.activities.queries import photos_of
from jinguo.files.queries import waiting
from jinguo.web.activities.units import activity_seen
from jinguo.web.base.photos import photo_response
from jinguo.web.base.request import Request
from jinguo.web.base.returning import campaign_page, carry
from jinguo.web.base.reuse import reuses


def one(request: Request, activity_id: int) -> HttpResponse:
    """What is recorded of it, each photo, and where a photo was used before."""
    found, unit = activity_seen(request, activity_id)
    photos = photos_of(found.pk)
    own = (found.WORD, found.pk)
    context = {
        "unit": unit,
        "activity": found,
        "photos": photos,
        "reuses": reuses([photo.pk for photo in photos], request.actor, but=[own]),
        "carry": carry(request),
        "campaign_page": campaign_page(request, unit),
    }
    return render(request, "activities/one.html", context)


def photo(request: Request, activity_id: int, photo_id: int) -> HttpResponse:
    """A photo of an activity, for whoever may see the activity."""
    found, _unit = activity_seen(request, activity_id)
    for shown in photos_of(found.pk):
        if shown.pk == photo_id:
            return photo_response(request, shown)
    raise Http404


def waiting_photo(request: Request, photo_id: int) -> HttpResponse:
    """A photo that was handed in with a form that is not yet right; hers alone."""
    for mine in waiting([photo_id], request.actor.id):
        return photo_response(request, mine)
    raise Http404
