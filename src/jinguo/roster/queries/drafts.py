"""Reading imports being prepared."""

from jinguo.kernel.actor import Actor
from jinguo.roster.models import Draft


def draft_of(draft_id: int, *, reader: Actor) -> Draft | None:
    """A draft of the reader's own."""
    return Draft.objects.filter(pk=draft_id, owner_id=reader.id).first()


def open_drafts(*, reader: Actor) -> list[Draft]:
    """The reader's drafts not yet applied, latest first."""
    return list(
        Draft.objects.filter(owner_id=reader.id, batch__isnull=True)
        .prefetch_related("files")
        .order_by("-pk")
    )


def draft_files(draft: Draft) -> list[tuple[str, str]]:
    """Name and digest of each file of a draft, in the order they were dropped."""
    return list(draft.files.order_by("pk").values_list("name", "stored__digest"))
