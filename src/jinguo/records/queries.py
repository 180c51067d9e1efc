"""Where records show photos, whichever room they are of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import CASCADE, ForeignKey, Model

from jinguo.files.models import Photo
from jinguo.files.queries import alike, references
from jinguo.records.models import Record


@dataclass(frozen=True, slots=True)
class Use:
    """A record that shows a photo, or one that looks like it.

    ``word`` says of which kind the record is, ``day`` is the day it is of.
    """

    photo_id: int
    word: str
    record_id: int
    day: date
    division_id: int


@dataclass(frozen=True, slots=True)
class _Way:
    """How a table that names a photo leads to its record: ``path`` is empty where it is one."""

    model: type[Model]
    photo: str
    record: type[Record]
    path: str


def used_before(photo_ids: Collection[int], *, but: Collection[tuple[str, int]] = ()) -> list[Use]:
    """Records that show a photo handed in earlier which is the same or looks the same.

    Not the records ``but`` (kind and number). What is struck out does not count: its photos are
    shown again in what replaces it. A query for the looks, and where any are alike one for each
    kind of record.
    """
    mine: dict[int, list[int]] = {}
    for photo_id, others in alike(photo_ids).items():
        for other in others:
            mine.setdefault(other, []).append(photo_id)
    if not mine:
        return []
    return [
        use for way in ways() for use in _uses(way, mine) if (use.word, use.record_id) not in but
    ]


def ways() -> list[_Way]:
    """Every way in which a record can show a photo; a new room's is found by itself."""
    return [
        _Way(one.related_model, one.field.name, *found)
        for one in references(Photo)
        for found in _records(one.related_model)
    ]


def _records(model: type[Model], path: str = "") -> Iterator[tuple[type[Record], str]]:
    """The record a table is, or belongs to, with the way there."""
    if issubclass(model, Record):
        yield model, path
        return
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE:
            yield from _records(field.related_model, f"{path}{field.name}__")


def _uses(way: _Way, mine: dict[int, list[int]]) -> Iterator[Use]:
    shown = way.model._default_manager.filter(
        **{f"{way.photo}__in": mine, f"{way.path}struck_at": None}
    )
    columns = ("pk", way.record.DAY, "federation__division_id")
    rows = shown.values_list(way.photo, *(f"{way.path}{one}" for one in columns))
    for other, number, day, division in dict.fromkeys(rows):
        for photo_id in mine[other]:
            yield Use(photo_id, way.record.WORD, number, day, division)
