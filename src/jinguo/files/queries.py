"""Reading kept files."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection
from django.db.models import Exists, ManyToOneRel, Model, OuterRef, QuerySet

from jinguo.files.models import Photo, StoredFile
from jinguo.files.rules import NEAR

OFFERED = 60
"""Photos left over that a form offers at most."""


def content(digest: str) -> bytes:
    """The bytes with this SHA-256 digest. Raises ``StoredFile.DoesNotExist``."""
    return bytes(StoredFile.objects.values_list("content", flat=True).get(digest=digest))


def digest_of(photo: Photo) -> str:
    """The digest of what is kept of a photo, without its bytes."""
    return StoredFile.objects.values_list("digest", flat=True).get(pk=photo.stored_id)


def all_kept_by(photo_ids: Collection[int], keeper_id: int) -> bool:
    """Whether she handed in all of these photos: what somebody else did is not hers to show."""
    wanted = set(photo_ids)
    return Photo.objects.filter(pk__in=wanted, kept_by_id=keeper_id).count() == len(wanted)


def waiting(photo_ids: Collection[int], keeper_id: int) -> list[Photo]:
    """Of these photos those that she handed in and that no record shows yet, in that order."""
    return list(_unused(keeper_id).filter(pk__in=photo_ids).order_by("pk"))


def left_over(keeper_id: int, since: datetime) -> list[Photo]:
    """Photos she handed in since then that no record shows: a line broke, or a form was left."""
    return list(_unused(keeper_id).filter(kept_at__gte=since).order_by("pk")[:OFFERED])


def handed_in_already(digest: str, keeper_id: int) -> list[Photo]:
    """The photos made of the bytes with this digest that she handed in and no record shows yet."""
    return list(_unused(keeper_id).filter(original_digest=digest).order_by("pk"))


def _unused(keeper_id: int) -> QuerySet[Photo]:
    """Hers that came ahead of a record and that nothing refers to, whatever room shows photos."""
    shown = [
        Exists(one.related_model._default_manager.filter(**{one.field.name: OuterRef("pk")}))
        for one in references(Photo)
    ]
    return Photo.objects.filter(*(~one for one in shown), ahead=True, kept_by_id=keeper_id)


def referred_to(model: type[Model], ids: Collection[int]) -> set[int]:
    """Those of these rows (of photos, of stored files) that any room refers to."""
    found: set[int] = set()
    for one in references(model):
        name = one.field.name
        rows = one.related_model._base_manager.filter(**{f"{name}__in": ids})
        found.update(rows.order_by().values_list(name, flat=True))
    return found


def references(model: type[Model]) -> list[ManyToOneRel]:
    """Every field of any room that refers to a photo or a stored file, with its table."""
    fields = model._meta.get_fields(include_hidden=True)
    return [one for one in fields if isinstance(one, ManyToOneRel)]


def alike(photo_ids: Collection[int]) -> dict[int, list[int]]:
    """Photo → earlier photos that are the same file or look the same; one query."""
    found: dict[int, list[int]] = {one: [] for one in photo_ids}
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, [list(photo_ids), NEAR])
        for photo_id, other in cursor.fetchall():
            found[photo_id].append(other)
    return found


_ALIKE = f"""
select p.id, o.id from {Photo._meta.db_table} p join {Photo._meta.db_table} o on o.id < p.id
where p.id = any(%s) and (o.original_digest = p.original_digest
 or bit_count((o.look # p.look)::bit(64)) <= %s)
order by p.id, o.id
"""  # noqa: S608  our own table
