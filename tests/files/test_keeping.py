"""Files are kept as they came, each once."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.db.models import ForeignKey, ManyToOneRel

from jinguo.audit.models import Entry
from jinguo.files.actions import clear_unused, keep_photo, store
from jinguo.files.models import Photo, StoredFile
from jinguo.files.queries import content
from jinguo.kernel.actor import system
from jinguo.kernel.clock import ZONE
from tests.factories.photos import photo_of, scene

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("data", [b"", b"a", bytes(range(256)) * 1000])
def test_what_comes_back_is_what_was_kept(data: bytes) -> None:
    kept = store(content=data)

    assert content(kept.digest) == data
    assert kept.size == len(data)


def test_the_same_bytes_are_kept_once() -> None:
    first, second = store(content=b"list"), store(content=b"list")

    assert first.pk == second.pk
    assert StoredFile.objects.count() == 1


def test_an_unknown_digest_is_an_error() -> None:
    with pytest.raises(StoredFile.DoesNotExist):
        content("0" * 64)


REFERRING = [
    one.field
    for one in Photo._meta.get_fields(include_hidden=True)
    if isinstance(one, ManyToOneRel)
]
LONG_AGO, NOW = datetime(2026, 1, 1, tzinfo=ZONE), datetime(2099, 1, 1, tzinfo=ZONE)


def ahead(seed: int) -> Photo:
    """A photo handed in for a record that is still being written."""
    return keep_photo(name="照片.jpg", content=scene(seed), by=system("test"), ahead=True)


def test_a_photo_no_record_came_for_is_cleared_away_with_its_bytes() -> None:
    gone, kept = ahead(1), photo_of(2)

    assert clear_unused(before=NOW, by=system()) == 1

    assert list(Photo.objects.all()) == [kept]
    assert list(StoredFile.objects.values_list("pk", flat=True)) == [kept.stored_id]
    assert not StoredFile.objects.filter(pk=gone.stored_id).exists()
    (entry,) = Entry.objects.filter(verb="photos.cleared")
    assert (entry.data["photos"], entry.data["handed_in_before"][:4]) == (1, "2099")


def test_one_that_came_lately_waits() -> None:
    ahead(1)

    assert clear_unused(before=LONG_AGO, by=system()) == 0
    assert Photo.objects.count() == 1
    assert not Entry.objects.filter(verb="photos.cleared").exists()


def test_bytes_that_another_photo_shares_stay() -> None:
    kept, _gone = photo_of(1), ahead(1)

    clear_unused(before=NOW, by=system())

    assert StoredFile.objects.get().pk == kept.stored_id


@pytest.mark.parametrize("field", REFERRING)
def test_nothing_that_any_room_refers_to_is_removed(field: ForeignKey[Any, Any]) -> None:
    """Whoever forgets to say that a photo is shown still keeps it."""
    photo = ahead(1)
    with connection.cursor() as cursor:
        table, column = field.model._meta.db_table, field.column
        cursor.execute(f"create temp table {table} (id bigint, {column} bigint) on commit drop")
        cursor.execute(f"insert into {table} values (1, {photo.pk})")  # noqa: S608

    assert clear_unused(before=NOW, by=system()) == 0
    assert Photo.objects.count() == 1
