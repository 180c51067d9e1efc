"""The pages that say what went wrong."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent is not what any page of ours sends."""
    del exception
    return render(request, "errors/400.html", status=400)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing for this reader."""
    del exception  # the page does not tell the one from the other
    return render(request, "errors/404.html", status=404)


@requires_csrf_token
def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the deed is not hers to do."""
    del exception
    return render(request, "errors/403.html", status=403)


def wrong_way(request: HttpRequest, refusal: HttpResponseBase) -> HttpResponse:
    """405: the address does something, but not when it is asked like this."""
    page = render(request, "errors/405.html", status=refusal.status_code)
    page.headers["Allow"] = refusal.headers.get("Allow", "")
    return page


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing of the database."""
    return render(request, "errors/500.html", status=500)
