"""Which records were merged, and into whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jinguo.roster.models import Change


@dataclass(frozen=True, slots=True)
class Merge:
    """A record that goes by another since; undone, it is there again."""

    batch_id: int
    kept_id: int
    gone_id: int
    name: str
    by_name: str
    applied_at: datetime
    reason: str


def merges_into(person_id: int) -> list[Merge]:
    """The records merged into this one, latest first."""
    found = _in_force().filter(after__merged_into=person_id)
    return [_merge(one) for one in found.order_by("-batch_id")]


def merge_of_batch(batch_id: int) -> Merge | None:
    """What a batch merged, unless it is undone or did something else."""
    found = _in_force().filter(batch_id=batch_id, after__has_key="merged_into").first()
    return _merge(found) if found else None


def was_parted(batch_id: int, kept_id: int) -> bool:
    """Whether a batch merged a record into this one and is undone."""
    undone = Change.objects.filter(subject="person", batch_id=batch_id, after__merged_into=kept_id)
    return undone.exclude(batch__undone_at=None).exists()


def merged_into(person_id: int) -> int | None:
    """The record that goes for one that was merged; nothing where it was not."""
    found = _in_force().filter(subject_id=person_id, after__has_key="merged_into").first()
    return _merge(found).kept_id if found else None


def _in_force() -> QuerySet[Change]:
    return Change.objects.filter(subject="person", batch__undone_at=None).select_related("batch")


def _merge(one: Change) -> Merge:
    batch = one.batch
    return Merge(
        batch.pk, one.after["merged_into"], one.subject_id, one.before["name"], batch.by_name,
        batch.applied_at, batch.reason,
    )  # fmt: skip
