"""The photos behind closed gates, as the level above looks at them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from jinguo.campaigns.enums import Gate, Proof
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.shown import Shown
from jinguo.campaigns.rules.gates import Evidence
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import Actor
from jinguo.web.base.reuse import Told, reuses


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of a record, and where it, or one that looks like it, was used before."""

    url: str
    uses: list[Told]


def pictures(
    gates: Mapping[Gate, Evidence], words: Mapping[Gate, Shown], reader: Actor
) -> dict[Gate, list[Picture]]:
    """Gate → the photos of the record that closed it; as many queries for one photo as for all."""
    every = [number for one in words.values() for number in one.photo_ids]
    own = [(proof.proof.value, proof.record_id) for proof in gates.values()]
    told = reuses(every, reader, but=own) if every else {}
    return {
        gate: [
            Picture(_address(gates[gate], number), told.get(number, [])) for number in one.photo_ids
        ]
        for gate, one in words.items()
    }


def record_address(proof: Evidence, place: Place, campaign: Campaign) -> str:
    """Where the record that closed a gate is seen; empty where it has no page."""
    match proof.proof:
        case Proof.FILING:
            return reverse("campaigns:filing-paper", args=[campaign.slug, proof.record_id])
        case Proof.PLAQUE:
            return reverse("plaques:unit", args=[place.prefix])
        case Proof.GROUP:
            return reverse("groups:unit", args=[place.prefix])
        case Proof.ACTIVITY:
            return reverse("activities:one", args=[proof.record_id])
    return ""


def _address(proof: Evidence, number: int) -> str:
    if proof.proof is Proof.PLAQUE:
        return reverse("plaques:photo", args=[proof.record_id])
    return reverse("activities:photo", args=[proof.record_id, number])
