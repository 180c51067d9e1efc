"""Reading imports that were applied, and what stands in the way of undoing one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jinguo.divisions.queries import latest
from jinguo.kernel.actor import IMPORT, Actor
from jinguo.roster.models import Batch


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One applied import, for lists."""

    id: int
    applied_at: datetime
    by_name: str
    files: tuple[str, ...]
    report: dict[str, Any]
    undone_at: datetime | None
    undone_by: str


def batches(county_id: int, *, reader: Actor, limit: int = 50) -> list[BatchLine]:
    """The latest imports of a county: all for who may import there, else her own."""
    found = Batch.objects.filter(county_id=county_id)
    if not reader.may(IMPORT, latest(county_id).code):
        found = found.filter(by_id=reader.id)
    return [_line(one) for one in found.prefetch_related("files").order_by("-pk")[:limit]]


def batch(batch_id: int, *, reader: Actor) -> BatchLine | None:
    """One import, if the reader may see it."""
    found = Batch.objects.filter(pk=batch_id).prefetch_related("files").first()
    if found is None:
        return None
    if found.by_id != reader.id and not reader.may(IMPORT, latest(found.county_id).code):
        return None
    return _line(found)


def later_edits(batch_id: int) -> list[str]:
    """Later batches, not undone, that touched a unit or person this batch touched, latest first."""
    with connection.cursor() as cursor:
        cursor.execute(_LATER, {"batch": batch_id})
        numbers = [row[0] for row in cursor.fetchall()]
    found = Batch.objects.filter(pk__in=numbers).prefetch_related("files").order_by("-pk")
    return [
        _("batch %(number)s of %(day)s by %(who)s (%(files)s)")
        % {
            "number": one.pk,
            "day": localtime(one.applied_at).date(),
            "who": one.by_name,
            "files": "、".join(file.name for file in one.files.all()),
        }
        for one in found
    ]


def units_of_batch(batch_id: int) -> list[int]:
    """The federations whose seats a batch made, changed or took back."""
    with connection.cursor() as cursor:
        cursor.execute(_TOUCHED, {"batch": batch_id})
        return [row[0] for row in cursor.fetchall()]


_TOUCHED = """
  select federation_id from roster_appointment
   where started_by_id = %(batch)s or ended_by_id = %(batch)s
  union
  select a.federation_id from roster_change c join roster_appointment a on a.id = c.subject_id
   where c.batch_id = %(batch)s and c.subject = 'appointment'
  union
  select (c.before->>'federation')::bigint from roster_change c
   where c.batch_id = %(batch)s and c.subject = 'appointment' and c.before ? 'federation'
  union
  select federation_id from roster_listday where batch_id = %(batch)s
"""

_LATER = f"""
with touched as ({_TOUCHED}), people as (
  select subject_id as id from roster_change where batch_id = %(batch)s and subject = 'person'
  union
  select id from people_person where recorded_in = %(batch)s
), later as (
  select a.started_by_id as id from roster_appointment a
   where a.started_by_id > %(batch)s and (a.federation_id in (select federation_id from touched)
      or a.person_id in (select id from people))
  union
  select a.ended_by_id from roster_appointment a
   where a.ended_by_id > %(batch)s and a.federation_id in (select federation_id from touched)
  union
  select batch_id from roster_listday
   where batch_id > %(batch)s and federation_id in (select federation_id from touched)
  union
  select c.batch_id from roster_change c
   where c.batch_id > %(batch)s and c.subject = 'person'
     and c.subject_id in (select id from people)
  union
  select c.batch_id from roster_change c left join roster_appointment a on a.id = c.subject_id
   where c.batch_id > %(batch)s and c.subject = 'appointment'
     and coalesce(a.federation_id, (c.before->>'federation')::bigint)
         in (select federation_id from touched)
)
select b.id from later l join roster_batch b on b.id = l.id where b.undone_at is null
"""  # noqa: S608  made of our own constants


def _line(found: Batch) -> BatchLine:
    return BatchLine(
        id=found.pk,
        applied_at=found.applied_at,
        by_name=found.by_name,
        files=tuple(file.name for file in found.files.all()),
        report=found.report,
        undone_at=found.undone_at,
        undone_by=found.undone_by,
    )
