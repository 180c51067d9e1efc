"""What the record behind a closed gate says, in short."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinguo.activities.models import Activity
from jinguo.activities.queries import photos_of
from jinguo.campaigns.enums import Gate, Proof
from jinguo.campaigns.models import Filing
from jinguo.campaigns.rules.gates import Evidence
from jinguo.groups.models import ContactGroup
from jinguo.plaques.models import Plaque


@dataclass(frozen=True, slots=True)
class Shown:
    """A record in two short texts, who recorded it, and its photos; empty where it has none."""

    title: str
    detail: str
    recorded_by: str
    photo_ids: tuple[int, ...] = ()


def shown(gates: Mapping[Gate, Evidence]) -> dict[Gate, Shown]:
    """The record that closed each gate, in words; one query a gate."""
    return {gate: _READERS[one.proof](one.record_id) for gate, one in gates.items()}


def _filing(number: int) -> Shown:
    one = Filing.objects.get(pk=number)
    return Shown(one.paper_name, one.note, one.recorded_by)


def _plaque(number: int) -> Shown:
    one = Plaque.objects.get(pk=number)
    photos = () if one.photo_id is None else (one.photo_id,)
    return Shown(one.text, one.place, one.recorded_by, photos)


def _group(number: int) -> Shown:
    one = ContactGroup.objects.get(pk=number)
    return Shown(one.name, str(one.get_kind_display()), one.recorded_by)


def _activity(number: int) -> Shown:
    one = Activity.objects.get(pk=number)
    photos = tuple(photo.pk for photo in photos_of(number))
    return Shown(one.title, one.place, one.recorded_by, photos)


def _deed(_number: int) -> Shown:
    return Shown("", "", "")


_READERS = {
    Proof.FILING: _filing,
    Proof.PLAQUE: _plaque,
    Proof.GROUP: _group,
    Proof.ACTIVITY: _activity,
    Proof.ELECTION: _deed,
    Proof.CO_OPTION: _deed,
}
