"""Keeping files."""

import hashlib

from django.db import transaction

from jinguo.files.models import StoredFile


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
