"""Records follow their unit where it turns out to be another, or several."""

from datetime import date

import pytest

from jinguo.activities.models import Activity
from jinguo.divisions.events import Moved
from jinguo.federations.events import RecordsMoved
from jinguo.groups.actions import register
from jinguo.groups.enums import GroupKind
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.kernel.events import announce
from jinguo.kernel.periods import Period
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
