"""What a room above wrote over because two records are one woman, kept with the batch that merged
them, so that it can be put back when they are parted."""

from collections.abc import Iterable

from django.db.models import QuerySet

from jinguo.roster.models import Change


def note_followed(
    batch_id: int, subject: str, numbers: Iterable[int], *, kept_id: int, gone_id: int
) -> None:
    """These rows of a kind (``subject``) named the record that goes; now they name the other.

    Within the transaction that writes them over.
    """
    Change.objects.bulk_create(
        Change(
            batch_id=batch_id,
            subject=subject,
            subject_id=number,
            before={"person": gone_id},
            after={"person": kept_id},
        )
        for number in numbers
    )


def followed(batch_id: int, subject: str) -> QuerySet[Change, int]:
    """The numbers of the rows of a kind that followed a merge."""
    found = Change.objects.filter(batch_id=batch_id, subject=subject)
    return found.values_list("subject_id", flat=True)
