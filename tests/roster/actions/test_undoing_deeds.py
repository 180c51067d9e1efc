"""A deed is taken back although others were done since, as long as none builds on it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.kernel.actor import system
from jinguo.roster.actions.deciding import Member, elect
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Post
from jinguo.roster.errors import LaterEdits
from jinguo.roster.models import Batch
from tests.factories.deeds import TODAY, deed, new, posts, release, sitting, unit
from tests.factories.imports import applied, bring_list, periods, picture
from tests.factories.workbooks import committee

UNIT, CODE = "红岩镇石桥村妇联", "430999100200"
WOMEN = ("张梅", "李兰", "王菊", "赵竹", "钱云", "孙雪")
DAY, LATER = date(2020, 5, 4), date(2021, 6, 1)

pytestmark = pytest.mark.usefixtures("linshan")


@pytest.fixture
def bridge() -> int:
    """A committee of six since 2018-12-20, listed on 2019-03-01."""
    applied(bring_list(*committee(UNIT, *WOMEN, since="2018.12.20")))
    return unit(CODE)


def taken_back(batch: Batch) -> None:
    undo(batch_id=batch.pk, by=system("test"))


def refused(batch: Batch) -> str:
    before = picture()
    with pytest.raises(LaterEdits) as told:
        taken_back(batch)
    assert picture() == before
    return str(told.value)


def test_what_was_decided_of_another_woman_does_not_stand_in_the_way(bridge: int) -> None:
    first = release(bridge, "赵竹", DAY)
    release(bridge, "钱云", LATER)

    taken_back(first)

    assert "赵竹" in posts(bridge, TODAY)
    assert "钱云" not in posts(bridge, TODAY)


def test_what_was_decided_of_her_since_is_named(bridge: int) -> None:
    first = deed(Deed.APPOINTMENT, bridge, DAY, enter=[new("周静")])
    release(bridge, "周静", LATER)

    assert "离任" in refused(first)


def test_a_chair_who_left_does_not_come_back_beside_the_new_one(bridge: int) -> None:
    first = release(bridge, "张梅", DAY)
    deed(Deed.APPOINTMENT, bridge, LATER, enter=[new("周静", Post.CHAIR)])

    assert "任职" in refused(first)
    assert list(posts(bridge, TODAY).values()).count("chair") == 1


@pytest.mark.parametrize("how", ["list", "election"])
def test_what_reads_the_whole_committee_stands_in_the_way_of_everybody(
    bridge: int, how: str
) -> None:
    first = release(bridge, "孙雪", DAY)
    if how == "list":
        women = WOMEN[:-1]
        applied(bring_list(*committee(UNIT, *women, since="2018.12.20"), day="2021年6月1日"))
    else:
        again = sitting(bridge, "张梅", LATER)
        elect(federation_id=bridge, day=LATER, today=TODAY, by=system("test"),
              members=[Member(Post.CHAIR, person_id=again), new("周静")])  # fmt: skip

    refused(first)


DEEDS: list[Callable[[int], Batch]] = [
    lambda unit: release(unit, "赵竹", DAY),
    lambda unit: deed(Deed.CHANGE, unit, DAY, enter=[
        Member(Post.VICE_CHAIR, person_id=sitting(unit, "王菊", DAY))]),
    lambda unit: deed(Deed.APPOINTMENT, unit, LATER, enter=[new("周静")]),
    lambda unit: release(unit, "钱云", LATER),
    lambda unit: deed(Deed.APPOINTMENT, unit, DAY, enter=[new("吴霞", Post.STANDING)]),
    lambda unit: release(unit, "张梅", LATER),
]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20,
          deadline=None)  # fmt: skip
@given(
    order=st.permutations(range(len(DEEDS))),
    count=st.integers(2, len(DEEDS)),
    gone=st.integers(0, 5),
)
def test_taken_back_in_any_order_the_rest_is_as_if_it_never_was(
    bridge: int, order: list[int], count: int, gone: int
) -> None:
    done = order[:count]
    away = done[gone % count]
    with transaction.atomic():
        for one in done:
            if one != away:
                DEEDS[one](bridge)
        without = periods()
        transaction.set_rollback(True)
    with transaction.atomic():
        batches = {one: DEEDS[one](bridge) for one in done}
        taken_back(batches[away])

        assert periods() == without
        transaction.set_rollback(True)
