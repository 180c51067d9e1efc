"""What stands in the way of undoing a batch: later ones that build on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jinguo.divisions.queries import latest
from jinguo.kernel.actor import IMPORT, Actor
from jinguo.roster.enums import Deed, Post
from jinguo.roster.models import Appointment, Batch, Change

NAMED = 3
"""Files of a batch that are named where it is mentioned."""

ABOUT_SOME = (
    Deed.APPOINTMENT,
    Deed.CHANGE,
    Deed.RELEASE,
    Deed.SUBSTITUTION,
    Deed.CO_OPTION,
    Deed.BY_ELECTION,
    Deed.MERGE,
)
"""Deeds about single women; what they do to one seat does not depend on the others."""


@dataclass(frozen=True, slots=True)
class LaterBatch:
    """A batch that stands in the way of undoing; ``visible`` where the reader may open it."""

    id: int
    words: str
    visible: bool


def later_edits(batch_id: int) -> list[str]:
    """Later batches, not undone, that touched a unit or person this batch touched, latest first."""
    return [_named(one) for one in _later(batch_id)]


def later_batches(batch_id: int, *, reader: Actor) -> list[LaterBatch]:
    """The batches of ``later_edits`` with their numbers, and whether the reader may open them."""
    found = _later(batch_id)
    codes = {county: latest(county).code for county in {one.county_id for one in found}}
    return [
        LaterBatch(
            one.pk,
            _named(one),
            one.by_id == reader.id or reader.may(IMPORT, codes[one.county_id]),
        )
        for one in found
    ]


def _later(batch_id: int) -> list[Batch]:
    with connection.cursor() as cursor:
        cursor.execute(_LATER, {"batch": batch_id})
        numbers = [row[0] for row in cursor.fetchall()]
    found = Batch.objects.filter(pk__in=numbers).prefetch_related("files").order_by("-pk")
    return _in_the_way(Batch.objects.get(pk=batch_id), list(found))


def _in_the_way(batch: Batch, later: Sequence[Batch]) -> list[Batch]:
    """Those of later batches that build on one.

    A deed that gave or took single posts is built on only by deeds about the same women, or about
    the chair where it was about the chair; lists and elections read the whole committee. On a
    correction builds only what wrote over the same woman's facts again; on a merge what wrote
    anything of one of the two.
    """
    if batch.deed == Deed.CORRECTION:
        wrote = _wrote_again(batch.pk)
        return [one for one in later if one.pk in wrote]
    if batch.deed not in ABOUT_SOME or not later:
        return list(later)
    seat = batch.deed != Deed.MERGE
    whole = [one for one in later if seat and one.deed not in ABOUT_SOME]
    reach = _reach([batch.pk, *(one.pk for one in later if one not in whole)])
    return [one for one in later if one in whole or reach[batch.pk] & reach[one.pk]]


def _wrote_again(batch_id: int) -> set[int]:
    """Batches that wrote over what is known of the persons this one corrected."""
    corrected = Change.objects.filter(batch_id=batch_id, subject="person").values("subject_id")
    found = Change.objects.filter(subject="person", subject_id__in=corrected)
    return set(found.values_list("batch_id", flat=True))


def _reach(batch_ids: Sequence[int]) -> dict[int, set[int | str]]:
    """Batch → the women whose posts it touched, and the word chair where one was the chair's."""
    found: dict[int, set[int | str]] = {one: set() for one in batch_ids}
    with connection.cursor() as cursor:
        cursor.execute(_REACH, {"batches": list(batch_ids)})
        for number, person, post in cursor.fetchall():
            found[number].update([person, Post.CHAIR] if post == Post.CHAIR else [person])
    return found


def _named(found: Batch) -> str:
    if found.deed != Deed.IMPORT:
        return _("%(deed)s of %(day)s by %(who)s") % {
            "deed": Deed(found.deed).label,
            "day": localtime(found.applied_at).date(),
            "who": found.by_name,
        }
    return _("batch %(number)s of %(day)s by %(who)s (%(files)s)") % {
        "number": found.pk,
        "day": localtime(found.applied_at).date(),
        "who": found.by_name,
        "files": _files_in_words([file.name for file in found.files.all()]),
    }


def _files_in_words(names: Sequence[str]) -> str:
    """The first names of a long list stand for all of it."""
    words = _(", ").join(names[:NAMED])
    if len(names) <= NAMED:
        return words
    return _("%(names)s and others, %(n)s in all") % {"names": words, "n": len(names)}


def units_of_batch(batch_id: int) -> list[int]:
    """The federations whose seats a batch made, changed or took back."""
    with connection.cursor() as cursor:
        cursor.execute(_TOUCHED, {"batch": batch_id})
        return [row[0] for row in cursor.fetchall()]


def units_of_corrected(batch_id: int) -> list[int]:
    """The federations in which those have or had a post of whom a batch changed what is known."""
    corrected = Change.objects.filter(batch_id=batch_id, subject="person").values("subject_id")
    found = Appointment.objects.filter(person_id__in=corrected).order_by()
    return list(found.values_list("federation_id", flat=True).distinct())


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
  union
  select federation_id from roster_decision where batch_id = %(batch)s
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
  select batch_id from roster_decision
   where batch_id > %(batch)s and (federation_id in (select federation_id from touched)
      or person_id in (select id from people))
  union
  select c.batch_id from roster_change c
   where c.batch_id > %(batch)s and c.subject = 'person'
     and c.subject_id in (select id from people)
  union
  select c.batch_id from roster_batch m
    join roster_change c on c.batch_id = m.id and c.subject = 'person'
   where m.deed = 'merge' and m.id > %(batch)s
     and ((c.before->>'recorded_in')::bigint = %(batch)s
      or c.subject_id in (select person_id from roster_decision where batch_id = %(batch)s)
      or c.subject_id in (select instead_of_id from roster_decision where batch_id = %(batch)s)
      or c.subject_id in (select (b.before->>'person')::bigint from roster_change b
           where b.batch_id = %(batch)s and b.subject = 'appointment' and b.before ? 'person'))
  union
  select c.batch_id from roster_change c left join roster_appointment a on a.id = c.subject_id
   where c.batch_id > %(batch)s and c.subject = 'appointment'
     and coalesce(a.federation_id, (c.before->>'federation')::bigint)
         in (select federation_id from touched)
)
select b.id from later l join roster_batch b on b.id = l.id where b.undone_at is null
"""  # noqa: S608  made of our own constants


_REACH = """
  select batch_id, person_id, '' from roster_decision where batch_id = any(%(batches)s)
  union
  select started_by_id, person_id, post from roster_appointment
   where started_by_id = any(%(batches)s)
  union
  select ended_by_id, person_id, post from roster_appointment where ended_by_id = any(%(batches)s)
  union
  select c.batch_id, coalesce((c.before->>'person')::bigint, a.person_id),
         coalesce(c.before->>'post', a.post)
    from roster_change c left join roster_appointment a on a.id = c.subject_id
   where c.batch_id = any(%(batches)s) and c.subject = 'appointment'
  union
  select batch_id, subject_id, '' from roster_change
   where batch_id = any(%(batches)s) and subject = 'person'
"""
