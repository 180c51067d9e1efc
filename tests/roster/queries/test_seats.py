"""What is vacant in a committee, and what was decided by hand in a unit."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.kernel.actor import system
from jinguo.roster.actions.deciding import Departure, Member, Minutes, elect
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Leaving, Post
from jinguo.roster.queries.deeds import deeds
from jinguo.roster.queries.seats import seat_lines
from tests.factories.deeds import TODAY, deed, minutes, new, release, sitting, unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

UNIT, CODE = "红岩镇石桥村妇联", "430999100200"

pytestmark = pytest.mark.usefixtures("linshan")


@pytest.fixture
def bridge() -> int:
    """A committee of four since 2018-12-20."""
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", "赵竹", since="2018.12.20")))
    return unit(CODE)


def test_nothing_is_vacant_in_a_committee_as_listed(bridge: int) -> None:
    found = seat_lines(bridge, TODAY)

    assert (found.vacancies, found.without_chair, found.term) == (0, False, date(2018, 12, 20))
    assert [one.rank for one in found.seats] == [0, 1, 2, 2]


def test_who_resigns_leaves_a_vacancy_until_she_is_substituted(bridge: int) -> None:
    chair = sitting(bridge, "张梅", TODAY)
    release(bridge, "张梅", date(2020, 5, 4))
    empty = seat_lines(bridge, date(2020, 6, 1))
    deed(
        Deed.SUBSTITUTION, bridge, date(2020, 7, 1), minutes=minutes(3),
        enter=[Member(Post.CHAIR, name="孙雪", instead_of=chair)],
    )  # fmt: skip

    filled = seat_lines(bridge, TODAY)

    assert (empty.vacancies, empty.without_chair) == (1, True)
    assert (filled.vacancies, filled.without_chair) == (0, False)
    assert filled.seats[0].gaps == [(date(2020, 5, 4), date(2020, 7, 1))]


def test_seats_an_election_left_empty_are_vacant_until_co_opted(bridge: int) -> None:
    elect(
        federation_id=bridge, day=date(2021, 12, 20), today=TODAY, by=system("test"),
        members=[new("孙雪", Post.CHAIR), new("周静")],
        minutes=Minutes(date(2021, 12, 20), 30, 25, 25, seats=4),
    )  # fmt: skip
    before = seat_lines(bridge, TODAY).vacancies
    deed(Deed.CO_OPTION, bridge, date(2022, 3, 1), minutes=minutes(2), enter=[new("吴霞")])

    assert (before, seat_lines(bridge, TODAY).vacancies) == (2, 1)


def test_a_vice_chair_the_election_did_not_find_is_told_until_somebody_becomes_one(
    bridge: int,
) -> None:
    elect(
        federation_id=bridge, day=date(2021, 12, 20), today=TODAY, by=system("test"),
        members=[new("孙雪", Post.CHAIR), new("周静", Post.VICE_CHAIR), new("吴霞")],
        minutes=Minutes(date(2021, 12, 20), 30, 25, 25, seats=3, vice_chairs=2),
    )  # fmt: skip
    before = seat_lines(bridge, TODAY).vice_chairs_unfilled
    release(bridge, "周静", date(2022, 1, 1))
    left = seat_lines(bridge, TODAY).vice_chairs_unfilled
    deed(Deed.CHANGE, bridge, date(2022, 3, 1),
         enter=[Member(Post.VICE_CHAIR, person_id=sitting(bridge, "吴霞", TODAY))])  # fmt: skip

    assert (before, left) == (1, 1)
    assert seat_lines(bridge, TODAY).vacancies == 1


def test_deeds_tell_who_what_why_and_for_whom_newest_first(bridge: int) -> None:
    chair, vice = sitting(bridge, "张梅", TODAY), sitting(bridge, "李兰", TODAY)
    release(bridge, "赵竹", date(2020, 5, 4), Leaving.TRANSFERRED, reason="调县里")
    undone = release(bridge, "王菊", date(2020, 5, 5))
    undo(batch_id=undone.pk, by=system("test"))
    deed(
        Deed.SUBSTITUTION, bridge, date(2021, 1, 1), minutes=minutes(3),
        leave=[Departure(chair)], enter=[Member(Post.CHAIR, person_id=vice, instead_of=chair)],
    )  # fmt: skip

    with CaptureQueriesContext(connection) as queries:
        found = deeds(bridge)

    assert [(one.deed, one.day) for one in found] == [
        ("substitution", date(2021, 1, 1)), ("release", date(2020, 5, 4)),
    ]  # fmt: skip
    assert [(one.name, one.begins, one.post, one.instead_of) for one in found[0].steps] == [
        ("张梅", False, "chair", ""), ("李兰", True, "chair", "张梅"),
    ]  # fmt: skip
    assert found[1].steps[0].why == "调离"
    assert found[0].meeting is not None
    assert len(queries) == 3
