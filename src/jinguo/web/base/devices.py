"""From where a request comes: its address and the kind of device, as the record keeps them."""

from django.http import HttpRequest

KINDS = (
    ("tablet", ("ipad", "tablet")),
    ("phone", ("mobile", "iphone", "android", "harmonyos", "openharmony")),
    ("computer", ("windows", "macintosh", "x11", "linux", "cros")),
)
OTHER = "other"


def device_of(agent: str) -> str:
    """``phone``, ``tablet``, ``computer`` or ``other``, by what the browser says of itself."""
    told = agent.lower()
    return next((kind for kind, words in KINDS if any(one in told for one in words)), OTHER)


def origin_of_request(request: HttpRequest) -> str:
    """The address and the kind of device: ``192.0.2.7 phone``."""
    address = request.META.get("REMOTE_ADDR", "")
    return f"{address} {device_of(request.headers.get('User-Agent', ''))}".strip()
