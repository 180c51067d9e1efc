"""Attempts to open what is not there for somebody: they are on record, as the answer says nothing.

A page outside her scope and a page that does not exist answer alike (404), so both are kept: only
who looks at many of them together sees the one who tries.
"""

from django.http import HttpRequest

from jinguo.audit.actions import record_refusal
from jinguo.kernel.actor import Actor

LONGEST = 200
DIGITS_OF_A_CODE = 12


def note_attempt(request: HttpRequest, by: Actor) -> None:
    """Record that somebody signed in was answered 404 at an address that leads to a page."""
    match = request.resolver_match
    if match is None:
        return
    subject, number, code = "address", match.view_name, ""
    if "person_id" in match.kwargs:
        subject, number = "person", str(match.kwargs["person_id"])
    if "code" in match.kwargs:
        subject, number = "unit", str(match.kwargs["code"])
        code = number.ljust(DIGITS_OF_A_CODE, "0")
    record_refusal(
        by=by, what=f"{request.method} {request.path}"[:LONGEST], subject=subject,
        subject_id=number[:60], unit_code=code[:DIGITS_OF_A_CODE],
    )  # fmt: skip
