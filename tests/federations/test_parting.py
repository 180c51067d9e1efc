"""One identity that turns out to be several places: people go where their days belong."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from jinguo.access.actions import assign
from jinguo.access.models import Assignment, Role
from jinguo.divisions import queries
from jinguo.divisions.actions import decide
from jinguo.divisions.models import Succession
from jinguo.federations.actions import close
from jinguo.federations.models import Federation
from jinguo.federations.queries import federations_of
from jinguo.kernel.actor import system
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Batch
from jinguo.roster.queries.terms import terms
from jinguo.statistics.queries import figures
from tests.factories.counties import LINSHAN, Townships, county_list, load
from tests.factories.imports import applied, bring_list, periods
from tests.factories.workbooks import committee

pytestmark = pytest.mark.django_db

FILL = {f"9{n:02}": f"{word}坊村委会" for n, word in enumerate("寅卯辰巳午未申酉")}
ROCK = f"{LINSHAN}100"
DAYS = [date(2018, 6, 1), date(2019, 6, 1), date(2020, 6, 1), date(2021, 6, 1)]


def rock(**villages: str) -> Townships:
    """红岩镇 with these villages by the three digits of their codes (``v201="东山村委会"``)."""
    return {"100": ("红岩镇", {key[1:]: name for key, name in villages.items()} | FILL)}


VILLAGE = rock(v201="东山村村民委员会")
BOTH = rock(v201="东山村村民委员会", v001="东山社区居民委员会")
COMMUNITY = rock(v001="东山社区居民委员会")
LISTS = [
    county_list("2017-10-31", VILLAGE),
    county_list("2018-10-31", BOTH),
    county_list("2019-10-31", COMMUNITY),
]


def roster(unit: str, *names: str, day: str) -> int:
    """The number of the batch that put these women into a unit on a day."""
    batch = applied(bring_list(*committee(unit, *names), day=day)).batch
    assert batch is not None
    return batch


def of_village_and_community() -> None:
    roster("红岩镇东山村", "张梅", "李兰", day="2018年3月1日")
    roster("红岩镇东山社区", "王菊", "赵竹", "孙雪", day="2020年3月1日")


def numbers(days: Sequence[date] = DAYS) -> list[tuple[object, object]]:
    """Federations and executives of the villages on each day."""
    found = [figures(LINSHAN, day, reader=system()).village for day in days]
    return [(one["federations"], one["executives"]) for one in found]


def split(late: Sequence[tuple[str, bytes]], early: Sequence[tuple[str, bytes]]) -> None:
    load(*early)
    of_village_and_community()
    load(*late)


def division(code: str, day: date) -> int:
    return queries.place(code, day).division_id


def test_people_are_counted_the_same_whenever_the_list_between_came() -> None:
    split([], LISTS)
    expected = numbers()
    assert expected == [(1, 2), (1, 2), (1, 3), (1, 3)]


@pytest.mark.parametrize("late", [[1], [0], [0, 1]])
def test_people_follow_their_days_when_a_late_list_splits_their_place(late: list[int]) -> None:
    split([LISTS[one] for one in late], [LISTS[one] for one in range(3) if one not in late])

    assert numbers() == [(1, 2), (1, 2), (1, 3), (1, 3)]
    assert {code for code, *_rest in periods()} == {f"{ROCK}201", f"{ROCK}001"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_list_of_the_later_place_alone_finds_its_people_there(order: tuple[int, ...]) -> None:
    for one in order[:2]:
        load(LISTS[one])
    if 2 in order[:2]:
        roster("红岩镇东山社区", "王菊", "赵竹", day="2020年3月1日")
    load(LISTS[order[2]])
    if 2 not in order[:2]:
        roster("红岩镇东山社区", "王菊", "赵竹", day="2020年3月1日")

    assert numbers()[2:] == [(1, 2), (1, 2)]
    assert {code for code, *_rest in periods()} == {f"{ROCK}001"}


@pytest.fixture
def renamed() -> Succession:
    """东山村 of 2017 stands as 胜利村 on the list of 2019; somebody said it is the same."""
    load(county_list("2017-10-31", VILLAGE))
    load(county_list("2019-10-31", rock(v201="胜利村村民委员会")))
    match = Succession.objects.get()
    decide(match, same=True, by=system())
    return match


def apart(match: Succession) -> None:
    decide(match, same=False, by=system())


def test_people_of_the_later_place_stay_counted_when_a_match_is_taken_back(
    renamed: Succession,
) -> None:
    roster("红岩镇东山村", "张梅", "李兰", day="2018年3月1日")
    roster("红岩镇胜利村", "王菊", "赵竹", "孙雪", day="2020年3月1日")

    apart(renamed)

    assert numbers() == [(1, 2), (1, 2), (1, 3), (1, 3)]
    later = federations_of([division(f"{ROCK}201", DAYS[2])])
    assert [len(days) for days in terms(list(later.values())).values()] == [1]


def test_taken_back_and_said_again_people_are_where_they_were(renamed: Succession) -> None:
    roster("红岩镇东山村", "张梅", "李兰", day="2018年3月1日")
    roster("红岩镇胜利村", "张梅", "赵竹", day="2020年3月1日")
    before = numbers()

    apart(renamed)
    decide(renamed, same=True, by=system())

    assert numbers() == before


def test_a_seat_that_lists_of_both_places_have_is_divided_where_their_days_are(
    renamed: Succession,
) -> None:
    roster("红岩镇东山村", "张梅", "李兰", day="2018年3月1日")
    roster("红岩镇胜利村", "张梅", "李兰", day="2020年3月1日")

    apart(renamed)

    assert [row[1:2] + row[3:] for row in periods()] == [
        ("张梅", "2018-03-01", "2019-10-31"),
        ("张梅", "2019-10-31", ""),
        ("李兰", "2018-03-01", "2019-10-31"),
        ("李兰", "2019-10-31", ""),
    ]
    assert numbers() == [(1, 2)] * 4


def test_nobody_left_a_place_by_the_list_of_another_before_its_days_were_over(
    renamed: Succession,
) -> None:
    roster("红岩镇东山村", "张梅", "李兰", day="2018年3月1日")
    people = committee("红岩镇胜利村", "王菊", "赵竹", since="2018.12.20")
    applied(bring_list(*people, day="2020年3月1日"))
    assert {row[4] for row in periods() if row[1] == "张梅"} == {"2018-12-20"}

    apart(renamed)

    assert [(row[1], row[4]) for row in periods()] == [
        ("张梅", "2019-10-31"),
        ("李兰", "2019-10-31"),
        ("王菊", ""),
        ("赵竹", ""),
    ]


def test_a_batch_of_the_later_place_can_still_be_undone(renamed: Succession) -> None:
    roster("红岩镇东山村", "张梅", "李兰", day="2018年3月1日")
    batch = roster("红岩镇胜利村", "张梅", "赵竹", day="2020年3月1日")
    apart(renamed)

    undo(batch_id=batch, by=system())

    assert numbers() == [(1, 2), (1, 2), (0, 0), (0, 0)]


def test_a_closing_goes_with_its_day(renamed: Succession) -> None:
    roster("红岩镇胜利村", "王菊", "赵竹", day="2020年3月1日")
    place = division(f"{ROCK}201", DAYS[3])
    close(federation_id=federations_of([place])[place], on=date(2021, 1, 1), by=system())

    apart(renamed)

    earlier, later = (division(f"{ROCK}201", day) for day in (DAYS[0], DAYS[3]))
    assert Federation.objects.get(division_id=earlier).closed_on is None
    assert Federation.objects.get(division_id=later).closed_on == date(2021, 1, 1)
    assert numbers()[2:] == [(1, 2), (0, 0)]


def test_people_of_a_county_follow_it_when_its_new_code_is_taken_back() -> None:
    load(county_list("2017-10-31", VILLAGE, code="430927"))
    load(county_list("2019-10-31", VILLAGE))
    match = Succession.objects.get()
    decide(match, same=True, by=system())
    roster("红岩镇东山村", "张梅", "李兰", day="2020年3月1日")

    apart(match)

    assert numbers(DAYS[2:]) == [(1, 2), (1, 2)]
    old = figures("430927", DAYS[3], reader=system()).village
    assert (old["federations"], old["executives"]) == (0, 0)


def test_people_stay_with_their_village_when_townships_pass_their_codes_on() -> None:
    of_rock = {"201": "新村村委会", "202": "东山村委会", "203": "石桥村委会"}
    of_sand = {"201": "新村村委会", "202": "龙头村委会", "203": "虎尾村委会"}
    load(county_list("2017-10-31", {"100": ("红岩镇", of_rock), "202": ("白沙乡", of_sand)}))
    roster("红岩镇新村", "张梅", "李兰", day="2018年3月1日")

    load(county_list("2019-10-31", {"101": ("红岩镇", of_rock), "100": ("白沙镇", of_sand)}))

    assert {code for code, *_rest in periods()} == {f"{LINSHAN}101201"}
    for code, executives in ((f"{LINSHAN}101", 2), (ROCK, 0)):
        assert figures(code, DAYS[2], reader=system()).village["executives"] == executives


def test_a_county_with_rosters_and_roles_can_be_said_to_be_another_and_taken_back() -> None:
    load(county_list("2017-10-31", VILLAGE, code="430927"))
    load(county_list("2019-10-31", VILLAGE))
    batch = roster("红岩镇东山村", "张梅", "李兰", day="2020年3月1日")
    new = queries.place(LINSHAN, DAYS[3])
    assign(account_id=7, role=Role.COUNTY, place=new, by=system())
    match = Succession.objects.get()

    decide(match, same=True, by=system())

    old_id = queries.place("430927", DAYS[0]).division_id
    assert Batch.objects.get(pk=batch).county_id == old_id
    assert Assignment.objects.get().division_id == old_id
    assert numbers(DAYS[2:]) == [(1, 2), (1, 2)]

    apart(match)

    new_id = queries.place(LINSHAN, DAYS[3]).division_id
    assert Batch.objects.get(pk=batch).county_id == new_id != old_id
    assert Assignment.objects.get().division_id == new_id
    undo(batch_id=batch, by=system())
    assert numbers(DAYS[2:]) == [(0, 0), (0, 0)]
