"""The address under which phones reach a page."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def public_url(request: HttpRequest, path: str) -> str:
    """A page's whole address: under ``JINGUO_PUBLIC_URL``, else the one this page was asked at."""
    origin: str = settings.PUBLIC_URL
    return f"{origin}{path}" if origin else request.build_absolute_uri(path)


def only_here(url: str) -> bool:
    """Whether an address means the machine itself, so that no phone can open it."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
