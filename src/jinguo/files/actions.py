"""Keeping files."""

import hashlib

from django.db import transaction

from jinguo.files.models import Photo, StoredFile
from jinguo.files.readers import read_photo
from jinguo.kernel.actor import Actor


@transaction.atomic
def store(*, content: bytes) -> StoredFile:
    """Keep these bytes and return their record; bytes already kept are not kept twice."""
    digest = hashlib.sha256(content).hexdigest()
    known = StoredFile.objects.filter(digest=digest).defer("content").first()
    if known is not None:
        return known
    stored, _created = StoredFile.objects.get_or_create(
        digest=digest, defaults={"size": len(content), "content": content}
    )
    return stored


@transaction.atomic
def keep_photo(*, name: str, content: bytes, by: Actor, with_place: bool = False) -> Photo:
    """Keep a photo turned right and shrunk; when and where it was taken only ``with_place``.

    ``name`` is that of the file, for refusals. The same photo again is kept once more as a photo
    of its own, over the same bytes: each record has its own. Raises ``NoPhoto``,
    ``PhotoUnreadable``, ``PhotoTooLarge``.
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
        kept_by_id=by.id,
        kept_by=by.name,
    )
