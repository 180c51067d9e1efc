"""Registering groups, counting them, dissolving them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.groups.enums import GroupKind
from jinguo.groups.models import ContactGroup
from jinguo.groups.rules import wrong_count
from jinguo.kernel.actor import Actor
from jinguo.records import actions as records
from jinguo.records.errors import RecordUnfit
from jinguo.records.rules import wrong_day
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED


@transaction.atomic
def register(
    *,
    federation_id: int,
    name: str,
    kind: GroupKind,
    founded_on: date,
    today: date,
    by: Actor,
    owner: str = "",
    members: int | None = None,
) -> ContactGroup:
    """Put a group of a unit on the register.

    Raises ``RecordForbidden``; ``RecordUnfit`` for a group without a name, of a day to come, with
    more members than a group holds, or of a name under which the unit has a living group.
    """
    records.unit_to_record(federation_id, by)
    made = ContactGroup(
        federation_id=federation_id, name=name.strip(), kind=kind, founded_on=founded_on,
        owner=owner.strip(), members=members, counted_on=today if members is not None else None,
    )  # fmt: skip
    _check(made, today)
    records.keep(made, by=by)
    return made


@transaction.atomic
def amend(
    *,
    group_id: int,
    values: dict[str, Any],
    today: date,
    by: Actor,
    shown: Mapping[str, Any] | None = None,
) -> ContactGroup:
    """Say of a group otherwise what ``register`` says; a new count is of today. Raises so too.

    ``shown`` is what stood there when she began. Raises ``RecordChanged`` too.
    """
    found, unit = records.taken(ContactGroup, group_id, by)
    if "members" in values and values["members"] != found.members:
        counted_on = None if values["members"] is None else today
        values = {**values, "counted_on": counted_on}
    records.amend(found, unit, values, by=by, shown=shown)
    _check(found, today)
    return found


@transaction.atomic
def dissolve(*, group_id: int, on: date, today: date, by: Actor) -> ContactGroup:
    """The group is no more from a day on."""
    found, unit = records.taken(ContactGroup, group_id, by)
    why = wrong_day(on, today + timedelta(days=1))
    if not why and on <= found.founded_on:
        why = _("It was founded on %(day)s; it can be dissolved later only.") % {
            "day": found.founded_on
        }
    if why:
        raise RecordUnfit(why=why)
    records.amend(found, unit, {"dissolved_on": on}, by=by)
    return found


@transaction.atomic
def strike(*, group_id: int, why: str, by: Actor) -> ContactGroup:
    """It was recorded by mistake."""
    found, unit = records.taken(ContactGroup, group_id, by)
    records.strike(found, unit, why=why, by=by)
    return found


@transaction.atomic
def unstrike(*, group_id: int, today: date, by: Actor) -> ContactGroup:
    """It counts again, unless another took its name meanwhile."""
    found, unit = records.taken(ContactGroup, group_id, by)
    _check(found, today)
    records.put_back(found, unit, by=by)
    return found


@transaction.atomic
def forget(*, person_id: int, name: str) -> None:
    """A woman is erased: what the units she belonged to recorded names her no more."""
    units = Appointment.objects.filter(person_id=person_id).values_list("federation_id", flat=True)
    records.forget(ContactGroup, federation_ids=set(units), name=name, instead=ERASED)


def _check(group: ContactGroup, today: date) -> None:
    why = wrong_day(group.founded_on, today) or wrong_count(group.members)
    if not why and group.dissolved_on and group.dissolved_on <= group.founded_on:
        why = _("It was dissolved on %(day)s; it was founded before that.") % {
            "day": group.dissolved_on
        }
    if not group.name:
        why = _("A group has a name: the unit and what it is for, like 石下村妇女群.")
    if not why and group.dissolved_on is None and _others(group):
        why = _("“%(name)s” is on the register already.") % {"name": group.name}
    if why:
        raise RecordUnfit(why=why)


def _others(group: ContactGroup) -> bool:
    found = ContactGroup.objects.filter(
        federation_id=group.federation_id, name=group.name, struck_at__isnull=True,
        dissolved_on__isnull=True,
    )  # fmt: skip
    return found.exclude(pk=group.pk).exists()
