"""The address under which others reach the pages: a scheme, a host, perhaps a port."""

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class OriginUnusable(JinguoError):
    """Not the address of a whole site. Data: ``given``."""

    code = "origin_unusable"
    message = _("“%(given)s” is not the address of the pages.")
    remedy = _("Write it like https://women.example or http://192.0.2.10:8000, without a path.")


def origin_of(url: str) -> str:
    """The origin ``scheme://host[:port]`` that an address names; empty for an empty one.

    Raises ``OriginUnusable`` where it is anything but that: pages live at the root of their host.
    """
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise OriginUnusable(given=url) from None
    if (
        not usable
        or parts.scheme not in ("http", "https")
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
        or any(letter.isspace() for letter in parts.netloc)
    ):
        raise OriginUnusable(given=url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def host_of(origin: str) -> str:
    """The host of an origin as ``ALLOWED_HOSTS`` writes it; empty for an empty one."""
    return bracketed(urlsplit(origin).hostname or "")


def bracketed(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host
