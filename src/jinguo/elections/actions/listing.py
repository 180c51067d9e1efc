"""The delegates: groups with their quotas, the list, credentials, the roll."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from jinguo.elections.actions.opening import noted, taken
from jinguo.elections.enums import Attendance
from jinguo.elections.errors import DelegateTwice
from jinguo.elections.models import Delegate, Group
from jinguo.kernel.actor import Actor
from jinguo.kernel.text import fold


@transaction.atomic
def set_group(
    *, congress_id: int, name: str, quota: int, women: int | None = None, by: Actor
) -> None:
    """A group that sends delegates; one of this name gets the new numbers."""
    file = taken(congress_id, by, before_ballots=True)
    Group.objects.update_or_create(
        congress=file.congress, name=name, defaults={"quota": quota, "women": women}
    )
    noted(file, by, "group_set", name=name, quota=quota, women=women)


@transaction.atomic
def remove_group(*, congress_id: int, group_id: int, by: Actor) -> None:
    """Take a group away; its delegates stay on the list without one."""
    file = taken(congress_id, by, before_ballots=True)
    for group in Group.objects.filter(congress=file.congress, pk=group_id):
        group.delete()
        noted(file, by, "group_removed", name=group.name)


@transaction.atomic
def add_delegates(
    *, congress_id: int, names: Sequence[str], group_id: int | None, by: Actor
) -> int:
    """Put names on the list; how many. Raises ``DelegateTwice`` and adds none where one is known.

    Whoever joins after the roll was called is asked after again.
    """
    file = taken(congress_id, by, before_ballots=True)
    known = {fold(one.name) for one in file.delegates}
    for name in names:
        if fold(name) in known:
            raise DelegateTwice(name=name)
        known.add(fold(name))
    group = next((one for one in file.groups if one.pk == group_id), None)
    Delegate.objects.bulk_create(
        Delegate(congress=file.congress, group=group, name=name) for name in names
    )
    noted(file, by, "delegates_added", n=len(names), names=list(names))
    return len(names)


@transaction.atomic
def set_passed(*, congress_id: int, delegate_id: int, passed: bool, by: Actor) -> None:
    """Say whether her credentials passed; who did not pass is not due."""
    file = taken(congress_id, by, before_ballots=True)
    for one in Delegate.objects.filter(congress=file.congress, pk=delegate_id):
        one.passed = passed
        one.save(update_fields=["passed"])
        noted(file, by, "credentials", name=one.name, passed=passed)


@transaction.atomic
def remove_delegate(*, congress_id: int, delegate_id: int, by: Actor) -> None:
    """Take a name off the list."""
    file = taken(congress_id, by, before_ballots=True)
    for one in Delegate.objects.filter(congress=file.congress, pk=delegate_id):
        one.delete()
        noted(file, by, "delegate_removed", name=one.name)


@transaction.atomic
def call_roll(*, congress_id: int, attendance: Mapping[int, Attendance], by: Actor) -> None:
    """Record who came. Delegates that are not named stay as they were."""
    file = taken(congress_id, by, before_ballots=True)
    called = [one for one in file.due if one.pk in attendance]
    for one in called:
        one.attendance = attendance[one.pk]
    Delegate.objects.bulk_update(called, ["attendance"])
    away = {one.name: one.attendance for one in called if one.attendance != Attendance.PRESENT}
    noted(file, by, "roll_called", called=len(called), away=away)
