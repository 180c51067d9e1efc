"""Records follow their unit where it turns out to be another, or several."""

from datetime import date

import pytest

from jinguo.activities.actions import amend
from jinguo.activities.models import Activity
from jinguo.divisions.events import Moved
from jinguo.federations.events import RecordsMoved
from jinguo.groups.actions import register
from jinguo.groups.enums import GroupKind
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.kernel.events import announce
from jinguo.kernel.periods import Period
from jinguo.records.errors import RecordChanged
from tests.factories.activities import noted
from tests.factories.deeds import TODAY, unit
from tests.factories.villages import bridge_village

OTHER = "430999100201"
SINCE = date(2019, 6, 1)


@pytest.fixture
def bridge(linshan: None) -> int:
    return bridge_village()


@pytest.fixture
def other(bridge: int) -> int:
    return unit(OTHER)


def test_each_record_goes_where_its_day_belongs(bridge: int, other: int) -> None:
    before = noted(bridge, held_on=date(2019, 5, 31)).pk
    after = noted(bridge, held_on=SINCE).pk
    group = register(
        federation_id=bridge, name="石桥村姐妹群", kind=GroupKind.WOMEN, founded_on=SINCE,
        today=TODAY, by=system(),
    ).pk  # fmt: skip

    announce(RecordsMoved((Moved(bridge, other, Period(SINCE, None)),)))

    of = dict(Activity.objects.values_list("pk", "federation_id"))
    assert (of[before], of[after]) == (bridge, other)
    assert ContactGroup.objects.get(pk=group).federation_id == other


def test_what_moves_in_one_moment_moves_once(bridge: int, other: int) -> None:
    here, there = noted(bridge).pk, noted(other).pk
    always = Period(None, None)

    announce(RecordsMoved((Moved(bridge, other, always), Moved(other, bridge, always))))

    of = dict(Activity.objects.values_list("pk", "federation_id"))
    assert (of[here], of[there]) == (other, bridge)


def test_what_somebody_wrote_over_meanwhile_is_told_and_not_lost(bridge: int) -> None:
    made = noted(bridge, content="一\n二")
    shown = {"title": made.title, "place": made.place, "content": "一\r\n二"}
    amend(activity_id=made.pk, values={"title": "新名"}, today=TODAY, by=system(), shown=shown)

    with pytest.raises(RecordChanged) as refusal:
        amend(
            activity_id=made.pk, values={"title": "别名", "place": "河边"}, today=TODAY,
            by=system(), shown=shown,
        )  # fmt: skip

    assert refusal.value.data["now"] == {"title": "新名"}
    made.refresh_from_db()
    assert (made.title, made.place) == ("新名", shown["place"])
    values = {"title": "新名", "content": "三"}
    amend(activity_id=made.pk, values=values, today=TODAY, by=system(), shown=shown)
    made.refresh_from_db()
    assert made.content == "三"
