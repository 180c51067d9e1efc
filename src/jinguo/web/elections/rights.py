"""Which congress an address means, and who may change it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404

from jinguo.elections.queries.dossier import Dossier, dossier, may_hold
from jinguo.elections.queries.rounds import RoundView
from jinguo.kernel.actor import ELECT
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


def file_or_404(request: Request, congress_id: int) -> Dossier:
    """The congress as the reader may see it; who sends a form must be able to hold it.

    Raises ``Refused``.
    """
    file = dossier(congress_id, reader=request.actor)
    if file is None:
        raise Refused("congress", congress_id)
    if request.method == "POST" and not may_hold(file, request.actor):
        raise Refused("congress", congress_id, code=file.place.code, right=ELECT)
    return file


def round_or_404(file: Dossier, round_id: int) -> RoundView:
    """A vote of the congress. Raises ``Http404``."""
    found = next((one for one in file.rounds if one.round.pk == round_id), None)
    if found is None:
        raise Http404
    return found


def done(request: Request, deed: Callable[[], object], said: str = "") -> bool:
    """Whether the deed was done; a refusal is told in words on the next page."""
    try:
        deed()
    except JinguoError as refusal:
        messages.error(request, str(refusal))
        return False
    if said:
        messages.success(request, said)
    return True
