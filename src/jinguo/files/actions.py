"""Keeping files."""

import hashlib
from collections.abc import Collection
from datetime import datetime

from django.db import connection, transaction

from jinguo.audit.actions import record
from jinguo.files.models import Photo, StoredFile
from jinguo.files.queries import handed_in_already, referred_to
from jinguo.files.readers import read_photo
from jinguo.kernel.actor import Actor


@transaction.atomic
def store(*, content: bytes) -> StoredFile:
    """Keep these bytes and return their record; bytes already kept are not kept twice."""
    digest = hashlib.sha256(content).hexdigest()
    kept = StoredFile.objects.select_for_update(no_key=True)  # nobody clears it away meanwhile
    known = kept.filter(digest=digest).defer("content").first()
    if known is not None:
        return known
    stored, _created = StoredFile.objects.get_or_create(
        digest=digest, defaults={"size": len(content), "content": content}
    )
    return stored


@transaction.atomic
def keep_photo(
    *, name: str, content: bytes, by: Actor, with_place: bool = False, ahead: bool = False
) -> Photo:
    """Keep a photo turned right and shrunk; when and where it was taken only ``with_place``.

    ``name`` is that of the file, for refusals. The same photo again is kept once more as a photo
    of its own, over the same bytes: each record has its own. ``ahead`` of its record it is cleared
    away some day, unless a record shows it. Raises ``NoPhoto``, ``PhotoUnreadable``,
    ``PhotoTooLarge``.
    """
    found = read_photo(name, content)
    return Photo.objects.create(
        stored=store(content=found.content),
        width=found.width,
        height=found.height,
        look=found.look,
        original_digest=found.original_digest,
        taken_at=found.taken_at if with_place else None,
        latitude=found.latitude if with_place else None,
        longitude=found.longitude if with_place else None,
        ahead=ahead,
        kept_by_id=by.id,
        kept_by=by.name,
    )


@transaction.atomic
def hand_in(*, name: str, content: bytes, by: Actor, with_place: bool = False) -> Photo:
    """Keep a photo for a record that is still being written; sent again it is the same one.

    With when and where it was taken, or without, it is another. Raises what ``keep_photo`` raises.
    """
    digest = hashlib.sha256(content).hexdigest()
    with connection.cursor() as cursor:  # a try given up for lost may still be under way
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"photo {by.id} {digest}"])
    known = handed_in_already(digest, by.id)
    noted: tuple[datetime | None, float | None, float | None] = (None, None, None)
    if known and with_place:
        found = read_photo(name, content)
        noted = (found.taken_at, found.latitude, found.longitude)
    for one in known:
        if (one.taken_at, one.latitude, one.longitude) == noted:
            return one
    return keep_photo(name=name, content=content, by=by, with_place=with_place, ahead=True)


@transaction.atomic
def show(*, photo_ids: Collection[int]) -> None:
    """A record shows these photos: whatever becomes of it, they were evidence and stay."""
    Photo.objects.filter(pk__in=photo_ids, ahead=True).update(ahead=False)


@transaction.atomic
def clear_unused(*, before: datetime, by: Actor) -> int:
    """Remove photos handed in ahead of a record that never came; returns how many.

    Only those handed in before a moment to which nothing refers, with their bytes where those are
    nobody else's. It cannot be undone, and need not be: nothing was ever said with them.
    """
    waiting = Photo.objects.filter(ahead=True, kept_at__lt=before)
    held = dict(waiting.select_for_update(skip_locked=True).values_list("pk", "stored_id"))
    gone = held.keys() - referred_to(Photo, held.keys())
    Photo.objects.filter(pk__in=gone).delete()
    files = StoredFile.objects.filter(pk__in={held[one] for one in gone})
    locked = set(files.select_for_update(skip_locked=True).values_list("pk", flat=True))
    StoredFile.objects.filter(pk__in=locked - referred_to(StoredFile, locked)).delete()
    if gone:
        record(
            by=by, verb="photos.cleared", subject="photo", subject_id="", photos=len(gone),
            handed_in_before=before.isoformat(),
        )  # fmt: skip
    return len(gone)
