"""Papers are copies of personal data: who took which is recorded."""

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor


@transaction.atomic
def note_paper(*, congress_id: int, unit_code: str, paper: str, by: Actor) -> None:
    """Record that somebody took a paper of a congress she may see."""
    record(
        by=by,
        verb="election.paper_taken",
        subject="congress",
        subject_id=congress_id,
        unit_code=unit_code,
        paper=paper,
    )
