"""Where passkeys can work: browsers know them on https under a name, and on ``localhost``."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

from jinguo.kernel.origin import host_of


def passkeys_work(request: HttpRequest) -> bool:
    """Whether this page is open where a passkey can be made and used (W3C Web Authentication).

    A number is no name: ``https://192.0.2.10`` and ``127.0.0.1`` have none.
    """
    host, _port = split_domain_port(request.get_host())
    if host == "localhost" or host.endswith(".localhost"):
        return True
    public = settings.PUBLIC_URL
    return public.startswith("https://") and host_of(public) == host and not _number(host)


def _number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
