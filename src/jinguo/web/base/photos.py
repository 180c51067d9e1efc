"""Serving a photo to whoever may see the record it belongs to; the view decides who that is."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control

from jinguo.files.models import Photo
from jinguo.files.queries import content, digest_of
from jinguo.files.readers import small


def photo_response(request: HttpRequest, photo: Photo) -> HttpResponse:
    """The photo, or with ``?small`` a small copy.

    A browser may keep it but asks each time before it shows it again: rights end. No proxy keeps
    it. What it holds already is not sent twice.
    """
    little = "small" in request.GET
    digest = digest_of(photo)
    mark = f'"{digest}{"-small" if little else ""}"'
    if mark in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        whole = content(digest)
        response = HttpResponse(small(whole) if little else whole, content_type="image/jpeg")
        response["Content-Disposition"] = f'inline; filename="{photo.pk}.jpg"'
    response["ETag"] = mark
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    patch_cache_control(response, private=True, no_cache=True)
    return response
