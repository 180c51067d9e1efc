"""The level above accepts a piece of evidence, or returns it with a reason."""

from datetime import date

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.errors import NothingToReview, ReasonMissing, ReviewForbidden
from jinguo.campaigns.models import Campaign, Review
from jinguo.campaigns.queries.evidence import evidence
from jinguo.campaigns.rules.gates import closed
from jinguo.divisions.queries import Place, latest
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import RECORD, Actor


@transaction.atomic
def review(
    *,
    campaign: Campaign,
    federation_id: int,
    gate: Gate,
    record_id: int,
    verdict: Verdict,
    today: date,
    by: Actor,
    reason: str = "",
) -> Review:
    """Say of the record that closes a gate whether it will do. The gate stays as it is.

    Raises ``ReviewForbidden`` (only who keeps the records of the unit above may),
    ``NothingToReview`` where another record closes the gate by now, ``ReasonMissing``.
    """
    unit = latest(Federation.objects.get(pk=federation_id).division_id)
    if not may_review(by, unit):
        raise ReviewForbidden(unit=federation_name(unit)).asked(
            by, RECORD, "unit", unit.code, unit.code
        )
    if verdict == Verdict.RETURNED and not reason.strip():
        raise ReasonMissing
    proofs = evidence(campaign, [federation_id], today)
    proof = closed(proofs[federation_id], today).get(gate)
    if proof is None or proof.record_id != record_id:
        raise NothingToReview
    made = Review.objects.create(
        campaign=campaign, federation_id=federation_id, gate=gate, proof=proof.proof,
        record_id=record_id, verdict=verdict, reason=reason.strip(), said_on=today,
        said_by_id=by.id, said_by=by.name,
    )  # fmt: skip
    record(
        by=by, verb=f"evidence.{verdict.value}", subject="campaign", subject_id=campaign.pk,
        unit_code=unit.code, campaign=campaign.slug, gate=gate.value, record=record_id,
        reason=reason.strip(),
    )  # fmt: skip
    return made


def may_review(actor: Actor, unit: Place) -> bool:
    """Whether she keeps records of the level above: a village's own chair does not review it."""
    above = latest(unit.parent_id) if unit.parent_id else None
    return above is not None and actor.may(RECORD, above.code)
