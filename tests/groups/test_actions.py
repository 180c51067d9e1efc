"""The register of contact groups."""

from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.groups.actions import amend, dissolve, register, strike, unstrike
from jinguo.groups.enums import GroupKind
from jinguo.groups.models import ContactGroup
from jinguo.groups.queries import living
from jinguo.kernel.actor import RECORD, VIEW, Actor, Grant, system
from jinguo.records.errors import RecordForbidden, RecordStruck, RecordUnfit
from tests.factories.deeds import TODAY
from tests.factories.villages import bridge_village

FOUNDED = date(2019, 3, 1)


@pytest.fixture
def bridge(linshan: None) -> int:
    return bridge_village()


def group(
    bridge: int, *, name: str = "石桥村妇女群", by: Actor | None = None, **words: object
) -> ContactGroup:
    return register(
        federation_id=bridge, name=name, kind=GroupKind.WOMEN, today=TODAY, by=by or system(),
        **{"founded_on": FOUNDED, **words},  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_group_is_on_the_register_with_the_day_of_its_count(bridge: int) -> None:
    made = group(bridge, members=86)

    assert (made.counted_on, made.recorded_by) == (TODAY, "jinguo")
    assert [one.record_id for one in living([bridge], FOUNDED)] == [made.pk]
    assert living([bridge], date(2019, 2, 28)) == []


def test_a_name_stands_once_among_the_living(bridge: int) -> None:
    first = group(bridge)
    with pytest.raises(RecordUnfit):
        group(bridge)

    dissolve(group_id=first.pk, on=date(2019, 5, 1), today=TODAY, by=system())

    assert group(bridge, founded_on=date(2019, 5, 1)).pk != first.pk


@pytest.mark.parametrize(
    "words", [{"name": "  "}, {"founded_on": date(2099, 1, 1)}, {"founded_on": date(1900, 1, 1)}]
)
def test_what_cannot_be_is_refused(bridge: int, words: dict[str, object]) -> None:
    with pytest.raises(RecordUnfit):
        group(bridge, **words)  # type: ignore[arg-type]

    assert not ContactGroup.objects.exists()


def test_only_who_keeps_the_records_of_the_unit_registers(bridge: int) -> None:
    with pytest.raises(RecordForbidden):
        group(bridge, by=Actor(5, "审计", (Grant(VIEW, "430999"),)))

    assert not ContactGroup.objects.exists()
    assert group(bridge, by=Actor(6, "村", (Grant(RECORD, "430999100200"),))).pk


def test_a_new_count_has_its_day_and_is_on_record(bridge: int) -> None:
    made = group(bridge, members=80)

    amend(group_id=made.pk, values={"members": 95}, today=TODAY, by=system())
    amend(group_id=made.pk, values={"members": 95}, today=TODAY, by=system())

    (entry,) = Entry.objects.filter(verb="group.amended")
    assert entry.before == {"members": 80}
    assert entry.after == {"members": 95}


def test_a_group_ends_after_it_began(bridge: int) -> None:
    made = group(bridge)

    with pytest.raises(RecordUnfit):
        dissolve(group_id=made.pk, on=FOUNDED, today=TODAY, by=system())


def test_struck_out_counts_for_nothing_and_is_not_changed_until_put_back(bridge: int) -> None:
    made = group(bridge)
    strike(group_id=made.pk, why="重复登记", by=system())

    with pytest.raises(RecordStruck):
        amend(group_id=made.pk, values={"owner": "李兰"}, today=TODAY, by=system())
    assert living([bridge], TODAY) == []

    unstrike(group_id=made.pk, today=TODAY, by=system())
    assert len(living([bridge], TODAY)) == 1


def test_it_is_not_put_back_where_another_took_its_name(bridge: int) -> None:
    made = group(bridge)
    strike(group_id=made.pk, why="错", by=system())
    group(bridge)

    with pytest.raises(RecordUnfit):
        unstrike(group_id=made.pk, today=TODAY, by=system())
