"""Saying that something is there but not hers: the reader gets 404, the record gets an entry."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest

from jinguo.access.actions.attempting import record_attempts
from jinguo.kernel.actor import VIEW, Actor
from jinguo.kernel.attempts import Attempt


class Refused(Http404):
    """Somebody asked for what is there, but outside her part or without the right.

    The page is that of something that does not exist; the door puts it on record. ``subject`` and
    ``subject_id`` name the thing (a whole page is an ``address``), ``code`` its unit where the
    view knows it.
    """

    def __init__(
        self, subject: str, subject_id: object, *, code: str = "", right: str = VIEW
    ) -> None:
        super().__init__(subject)
        self.subject, self.subject_id, self.code, self.right = subject, subject_id, code, right


def recorded(request: HttpRequest, refused: Refused, by: Actor) -> None:
    """Put a page that was refused on record."""
    number = str(refused.subject_id)[:60]
    one = Attempt(by, refused.right, refused.subject, number, refused.code)
    record_attempts([one], what=_asked(request), each=False)


def attempted(request: HttpRequest, tried: Sequence[Attempt]) -> None:
    """Put the deeds that were refused on record, whatever page told her so."""
    if tried:
        record_attempts(tried, what=_asked(request))


def _asked(request: HttpRequest) -> str:
    return f"{request.method} {request.path}"
