"""Finding people: by everything that is known of them, within what the reader may see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.kernel.actor import VIEW, Actor
from jinguo.people.actions import learn_names
from jinguo.people.models import Person
from jinguo.roster.models import Appointment
from jinguo.roster.queries.search import Asked, Found, Search, ask, facets, find, seats_found
from tests.factories.imports import applied, bring_list, officer
from tests.factories.workbooks import COLUMNS, committee, woman

STONE, SLOPE = "红岩镇石桥村妇联", "红岩镇大坪村妇联"
OTHER_STONE = "白沙乡石桥村妇联"
DAY = date(2019, 6, 1)
COUNTY = officer("430999", capabilities=(VIEW,))


@pytest.fixture
def people(linshan: None) -> None:
    """Two villages of one township, and one of the same name in another."""
    applied(
        bring_list(
            woman("李梅", "主席", unit=SLOPE, birth="1980.1", phone="19900000001", categories="①"),
            woman(
                "黎苗",
                "副主席（兼职）",
                unit=SLOPE,
                birth="1981.1",
                ethnicity="瑶",
                education="大专",
            ),
            woman("曾丽", "执委", unit=SLOPE, birth="1982.1", occupation="小学教师", sector="教育"),
            woman("李梅", "主席", unit=STONE, birth="1990.9", skills="剪纸、广场舞"),
            woman("单兰", "执委", unit=OTHER_STONE, birth="1970.9", skills="剪纸"),
            woman("李梅", "执委", unit="红岩镇妇联", birth="1980.1", phone="19900000001"),
            columns=[*COLUMNS, "界别", "特长"],
        )
    )
    learn_names()


def asked(text: str, *, day: date = DAY, reader: Actor = COUNTY, **how: object) -> Asked:
    """The search."""
    return ask(Search(text, day, reader, **how))  # type: ignore[arg-type]


def search(text: str, **how: object) -> list[Found]:
    """The people found."""
    return find(asked(text, **how)).people  # type: ignore[arg-type]


def names(text: str, **how: object) -> list[str]:
    """Their names."""
    return sorted(one.name for one in search(text, **how))


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李梅", ["李梅", "李梅"]),
        ("梅", ["李梅", "李梅"]),
        ("limei", ["李梅", "李梅"]),
        ("li mei", ["李梅", "李梅"]),
        ("lm", ["李梅", "李梅", "黎苗"]),
        ("李m", ["李梅", "李梅"]),
        ("zengli", ["曾丽"]),
        ("shanlan", ["单兰"]),
        ("大坪", ["曾丽", "李梅", "黎苗"]),
        ("大坪村妇联", ["曾丽", "李梅", "黎苗"]),
        ("石桥", ["单兰", "李梅"]),
        ("红岩镇石桥村", ["李梅"]),
        ("白沙镇", ["单兰"]),
        ("白沙乡", ["单兰"]),
        ("430999200", ["单兰"]),
        ("主席", ["李梅", "李梅"]),
        ("兼职", ["黎苗"]),
        ("兼职副主席", ["黎苗"]),
        ("调解", ["李梅"]),
        ("①", ["李梅"]),
        ("瑶", ["黎苗"]),
        ("大专", ["黎苗"]),
        ("教师", ["曾丽"]),
        ("教育", ["曾丽"]),
        ("剪纸", ["单兰", "李梅"]),
        ("0001", ["李梅"]),
        ("199****0001", ["李梅"]),
        ("19900000001", ["李梅"]),
        ("大坪 主席 lm", ["李梅"]),
        ("大坪 执委 l", ["曾丽", "李梅", "黎苗"]),
        ("00001", []),
        ("0002", []),
        ("石桥 副主席", []),
        ("张", []),
        ("%", []),
        ("_", []),
    ],
)
def test_words_find_people(text: str, expected: list[str]) -> None:
    assert names(text) == sorted(expected)


@pytest.mark.usefixtures("people")
def test_a_person_with_two_posts_is_found_once_with_both() -> None:
    (one,) = search("大坪 李梅")

    assert [(seat.unit_name, seat.above, seat.post) for seat in one.seats] == [
        ("大坪村妇联", "红岩镇", "chair"),
        ("红岩镇妇联", "", "executive"),
    ]
    assert one.categories == ("mediator",)


@pytest.mark.usefixtures("people")
def test_all_words_must_fit_the_same_seat() -> None:
    assert names("红岩镇妇联 主席 李梅") == ["李梅", "李梅"]  # chairs of villages below it
    assert [seat.post for seat in search("0001 执委")[0].seats] == ["chair", "executive"]


@pytest.mark.usefixtures("people")
def test_nobody_outside_the_readers_units_is_found() -> None:
    village = officer("430999100201", capabilities=(VIEW,))

    assert names("李梅", reader=village) == ["李梅"]
    assert names("单兰", reader=village) == []
    assert [seat.unit_name for one in search("0001", reader=village) for seat in one.seats] == [
        "大坪村妇联"
    ]
    assert names("李梅", reader=officer(capabilities=())) == []
    assert names("李梅", reader=officer("430999100201", "430999101200")) == ["李梅"]


@pytest.mark.usefixtures("people")
def test_the_day_decides_who_sits_and_who_is_not_there_yet() -> None:
    applied(bring_list(*committee(SLOPE, "张梅", "王菊"), day="2020年1月1日", name="二.xlsx"))
    learn_names()

    assert names("大坪", day=date(2018, 1, 1)) == []
    assert names("张梅", day=DAY) == []
    left = search("曾丽", day=date(2021, 1, 1))
    assert [(one.name, one.sits) for one in left] == [("曾丽", False)]
    assert left[0].seats[0].until == date(2020, 1, 1)
    found = search("大坪", day=date(2021, 1, 1))
    assert [one.sits for one in found] == [True, True, True, False, False]


@pytest.mark.usefixtures("people")
def test_a_post_she_held_is_shown_beside_the_one_she_holds() -> None:
    rows = [
        woman("李梅", "执委", unit=SLOPE, birth="1980.1", since="2020.1.1"),
        woman("黎苗", "主席", unit=SLOPE, birth="1981.1", since="2020.1.1"),
    ]
    applied(bring_list(*rows, day="2020年2月1日", name="二.xlsx"))

    chairs = search("大坪 主席", day=date(2021, 1, 1))

    assert [one.name for one in chairs] == ["黎苗", "李梅"]
    assert [(seat.post, seat.sits) for seat in chairs[1].seats] == [
        ("executive", True), ("executive", True), ("chair", False),
    ]  # fmt: skip


@pytest.mark.usefixtures("people")
def test_choices_narrow_down_and_say_how_many_they_leave() -> None:
    found = facets(asked("", chosen={"post": "chair"}))

    assert {one.value: one.count for one in found["post"].options} == {"chair": 2}
    assert {one.value: one.count for one in found["skill"].options} == {"剪纸": 1, "广场舞": 1}
    assert [(one.value, one.name, one.count) for one in found["unit"].options] == [
        ("430999100", "红岩镇", 2)
    ]
    for name, value in (("skill", "剪纸"), ("unit", "430999100"), ("category", "mediator")):
        option = next(one for one in facets(asked("l"))[name].options if one.value == value)
        assert find(asked("l", chosen={name: value})).total == option.count


@pytest.mark.usefixtures("people")
def test_below_a_township_the_units_are_its_villages_and_itself() -> None:
    found = facets(asked("", chosen={"unit": "430999100"}))["unit"]

    assert {(one.value, one.name, one.count) for one in found.options} == {
        ("430999100201", "大坪村", 3), ("430999100200", "石桥村", 1), ("430999100000", "红岩镇", 1),
    }  # fmt: skip
    assert find(asked("", chosen={"unit": "430999100000"})).total == 1


@pytest.mark.usefixtures("people")
def test_the_pool_has_those_with_a_skill_or_a_category() -> None:
    assert names("", pool=True) == ["单兰", "李梅", "李梅"]


@pytest.mark.usefixtures("people")
def test_nobody_who_had_herself_erased_is_found() -> None:
    Person.objects.filter(name="曾丽").update(name="")

    assert names("大坪") == ["李梅", "黎苗"]


@pytest.mark.usefixtures("people")
def test_what_is_exported_are_the_seats_that_hold() -> None:
    seats = Appointment.objects.filter(pk__in=seats_found(asked("主席 lm")))

    assert sorted(one.post for one in seats) == ["chair", "chair"]


@pytest.mark.usefixtures("people")
def test_pages_follow_each_other_and_count_all() -> None:
    every = find(asked("l"))
    pages = [find(asked("l"), page=page, size=2) for page in (1, 2, 3, 9)]

    assert [one for page in pages for one in page.people] == every.people
    assert {(page.total, page.sitting) for page in pages} == {(5, 5)}


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("text", ["大坪", "l"])
def test_a_search_takes_its_fixed_number_of_queries(text: str) -> None:
    for rows in (1, 3):
        search_ = asked(text)
        with CaptureQueriesContext(connection) as captured:
            find(search_, size=rows)
            facets(search_)
        assert len(captured) == 3
