"""Recording, amending, striking out and putting back; each with its audit entry."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.divisions.events import Moved
from jinguo.divisions.queries import Place, latest
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import RECORD, Actor
from jinguo.records.errors import (
    RecordChanged,
    RecordForbidden,
    RecordStruck,
    RecordUnfit,
    RecordUnknown,
)
from jinguo.records.models import Record

R = TypeVar("R", bound=Record)


def unit_to_record(federation_id: int, by: Actor) -> Place:
    """The unit as it is today. Raises ``RecordForbidden``."""
    found = Federation.objects.filter(pk=federation_id).first()
    unit = latest(found.division_id) if found else None
    if unit is None or not by.may(RECORD, unit.code):
        name = federation_name(unit) if unit else str(federation_id)
        raise RecordForbidden(unit=name).asked(
            by, RECORD, "unit", unit.code if unit else "", unit.code if unit else ""
        )
    return unit


def keep(one: Record, *, by: Actor) -> None:
    """Record something new of a unit. Raises ``RecordForbidden``."""
    unit = unit_to_record(one.federation_id, by)
    one.recorded_by_id, one.recorded_by = by.id, by.name
    one.save(force_insert=True)
    _noted(one, unit, by, "recorded", after=told(one))


def taken(model: type[R], number: int, by: Actor) -> tuple[R, Place]:
    """A record, held until the transaction ends. Raises ``RecordUnknown``, ``RecordForbidden``."""
    found = model._default_manager.select_for_update().filter(pk=number).first()
    if found is None:
        raise RecordUnknown(number=number)
    return found, unit_to_record(found.federation_id, by)


def amend(
    one: Record,
    unit: Place,
    values: dict[str, Any],
    *,
    by: Actor,
    shown: Mapping[str, Any] | None = None,
) -> None:
    """Say it otherwise. Nothing is noted where nothing changed.

    ``shown`` is what stood there when she began, field by field: what somebody else wrote over
    since is not lost unseen. Raises ``RecordStruck``, ``RecordChanged``.
    """
    if one.struck_at is not None:
        raise RecordStruck
    if now := _written_over(one, values, shown or {}):
        rest = {name: getattr(one, name) for name in shown or {} if name not in values}
        raise RecordChanged(now=now, rest=rest)
    stood, before = told(one, whole=True), told(one)
    for name, value in values.items():
        setattr(one, name, value)
    stands, after = told(one, whole=True), told(one)
    if stands != stood:
        one.save(update_fields=list(values))
        changed = {name for name in stands if stands[name] != stood[name]}
        _noted(
            one, unit, by, "amended",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )  # fmt: skip


def _written_over(
    one: Record, values: Mapping[str, Any], shown: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields she writes in which now stands neither what she was shown nor what she says."""
    return {
        name: getattr(one, name)
        for name in values
        if name in shown
        and _line_ends(getattr(one, name))
        not in (_line_ends(shown[name]), _line_ends(values[name]))
    }


def _line_ends(value: Any) -> Any:
    """Browsers send line ends of their own."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def strike(one: Record, unit: Place, *, why: str, by: Actor) -> None:
    """It counts for nothing from now on. Striking it out again changes nothing."""
    if not why.strip():
        raise RecordUnfit(why=_("Say why it is struck out; one sentence is enough."))
    if one.struck_at is None:
        one.struck_at, one.struck_by, one.struck_why = timezone.now(), by.name, why.strip()
        one.save(update_fields=["struck_at", "struck_by", "struck_why"])
        _noted(one, unit, by, "struck", before=told(one), reason=why.strip())


def put_back(one: Record, unit: Place, *, by: Actor) -> None:
    """It counts again. Putting back what stands changes nothing."""
    if one.struck_at is not None:
        one.struck_at, one.struck_by, one.struck_why = None, "", ""
        one.save(update_fields=["struck_at", "struck_by", "struck_why"])
        _noted(one, unit, by, "put_back", after=told(one))


@transaction.atomic
def move(*, moves: Sequence[Moved]) -> None:
    """Records go to the units their days belong to, each kind by the day it names.

    The moves are of one moment: a record moves once.
    """
    for model in apps.get_models():
        if not issubclass(model, Record):
            continue
        going = model._default_manager.filter(federation_id__in={one.from_id for one in moves})
        for found in going.select_for_update():
            day: date = getattr(found, model.DAY)
            for one in moves:
                if one.from_id == found.federation_id and day in one.days:
                    found.federation_id = one.to_id
                    found.save(update_fields=["federation"])
                    break


@transaction.atomic
def forget(
    model: type[Record], *, federation_ids: Collection[int], name: str, instead: str
) -> None:
    """In the words of what these units recorded, a name gives way to ``instead``.

    Words have no number, so a name-sake in these units loses her name too.
    """
    if not name:
        return
    for found in model._default_manager.filter(federation_id__in=federation_ids):
        named = [field for field in model.NAMING if name in getattr(found, field)]
        for field in named:
            longest = getattr(model._meta.get_field(field), "max_length", None)
            setattr(found, field, getattr(found, field).replace(name, instead)[:longest])
        if named:
            found.save(update_fields=named)


def told(one: Record, *, whole: bool = False) -> dict[str, Any]:
    """What a record says, as the record of deeds keeps it, from which nothing can be erased.

    Of words about persons it keeps whether any stand there, unless ``whole``.
    """
    common = {field.name for field in Record._meta.local_fields} | {"id"}
    return {
        field.attname: _plain(getattr(one, field.attname))
        if whole or field.name not in one.UNTOLD
        else bool(getattr(one, field.attname))
        for field in one._meta.concrete_fields
        if field.name not in common and not isinstance(field, models.BinaryField)
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) or hasattr(value, "isoformat") else value


def _noted(one: Record, unit: Place, by: Actor, what: str, **data: Any) -> None:
    record(
        by=by,
        verb=one.verb(what),
        subject=one.WORD,
        subject_id=one.pk,
        unit_code=unit.code,
        **data,
    )
