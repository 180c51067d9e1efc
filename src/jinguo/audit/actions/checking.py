"""Verifying the record, on record."""

from django.db import transaction

from jinguo.audit.actions.recording import record
from jinguo.audit.actions.sealing import seal
from jinguo.audit.queries.verifying import verify
from jinguo.audit.rules.anchor import Anchor
from jinguo.audit.rules.verdict import Verdict
from jinguo.kernel.actor import Actor


def check(*, by: Actor, anchor: Anchor | None = None) -> Verdict:
    """Seal what waits, verify everything, and record who did and what was found."""
    seal()
    verdict = verify(anchor)
    with transaction.atomic():
        record(
            by=by, verb="audit.verified", subject="audit", subject_id=verdict.ends,
            whole=verdict.whole, sealed=verdict.sealed, wrong=verdict.count,
            anchored=verdict.anchored,
        )  # fmt: skip
    return verdict
