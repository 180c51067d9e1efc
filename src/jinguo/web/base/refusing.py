"""Saying that something is there but not hers: the reader gets 404, the record gets an entry."""

from datetime import timedelta

from django.http import Http404, HttpRequest

from jinguo.access.queries.objects import thing_of
from jinguo.audit.actions import record_refusal
from jinguo.audit.queries.refusals import refused_lately
from jinguo.kernel.actor import VIEW, Actor

LONGEST = 200
ONCE = timedelta(hours=1)
"""Within this time the same thing refused to the same reader is one entry."""


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
    """Put a refusal on record, once an hour; nothing where the thing does not exist at all."""
    number, code = str(refused.subject_id)[:60], refused.code
    if not code and refused.subject != "address":
        thing = thing_of(refused.subject, number)
        if thing is None:
            return
        code = thing.codes[0] if thing.codes else ""
    asked = {"right": refused.right, "subject": refused.subject, "subject_id": number}
    if not refused_lately(by_id=by.id, within=ONCE, **asked):
        what = f"{request.method} {request.path}"[:LONGEST]
        record_refusal(by=by, what=what, unit_code=code, **asked)
