"""Reading the tree, with the number of queries each reading takes."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from jinguo.divisions import queries
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.queries import Kind
from tests.divisions.lists import county, load, vintages

pytestmark = pytest.mark.django_db

REFORM, AFTER = date(2017, 7, 31), date(2020, 1, 1)


@pytest.fixture(autouse=True)
def _loaded(db: None) -> None:
    load(*vintages().values())


@pytest.mark.parametrize("code", ["350423106204", "350423106", "350423"])
def test_a_place_is_one_query(code: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        found = queries.place(code, AFTER)
    assert found.prefix == code
    assert found.code == code.ljust(12, "0")


@pytest.mark.parametrize("top", ["350423106", "350423"])
def test_subtree_children_ancestors_history_are_one_query_each_whatever_the_size(
    top: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    place = queries.place(top, AFTER)
    with django_assert_num_queries(5):
        queries.subtree(place, AFTER)
        queries.children(place, AFTER)
        queries.ancestors(place, AFTER)
        queries.history(place.division_id)
        queries.latest(place.division_id)


def test_every_place_of_a_subtree_knows_its_parent() -> None:
    places = queries.subtree(queries.place("350423", AFTER), AFTER)
    by_id = {place.division_id: place for place in places}

    for place in places[1:]:
        assert place.code.startswith(by_id[place.parent_id or 0].prefix)
    assert places[0].parent_id == queries.place("350400000000", AFTER).division_id


def test_ancestors_are_those_of_the_day_top_first() -> None:
    village = queries.place("350423202204", REFORM)

    assert [place.name for place in queries.ancestors(village, REFORM)] == [
        "福建省",
        "三明市",
        "清流县",
        "林畲乡",
    ]


def test_names_ever_has_every_name_a_place_of_the_county_ever_had() -> None:
    names = {place.name for place in queries.names_ever(queries.place("350423", REFORM))}

    assert {
        "太山村委会",
        "泰山村委会",
        "泰山畲族村村民委员会",
        "林畲乡",
        "林畲镇",
        "清流县",
    } <= names


def test_a_second_county_does_not_disturb_the_first() -> None:
    before = queries.subtree(queries.place("350423", AFTER), AFTER)

    load(
        county(
            "2020-06-30", {"100": ("雪峰镇", {"201": "城西村委会"})}, code="350421", name="明溪县"
        )
    )

    assert queries.subtree(queries.place("350423", AFTER), AFTER) == before
    assert [place.short for place in queries.counties()] == ["明溪县", "清流县"]
    assert [listing.as_of.year for listing in queries.listings("350421")] == [2020]
    assert queries.place("350421100201", date(1980, 1, 1)).short == "城西村"


@pytest.mark.parametrize("code", ["35042", "十二", "999999", ""])
def test_what_is_no_known_code_is_refused_in_words(code: str) -> None:
    with pytest.raises(DivisionUnknown) as refusal:
        queries.place(code, REFORM)
    assert code in str(refusal.value)


def kinds(found: list[Any], kind: Kind) -> list[str]:
    return [(change.after or change.before).short for change in found if change.kind == kind]


@pytest.mark.parametrize("code", ["350423202", "350423106"])
def test_changes_of_a_recoded_township_under_either_code(code: str) -> None:
    found = queries.changes(code, REFORM, AFTER)

    assert kinds(found, Kind.ADDED) == ["天康社区"]
    assert kinds(found, Kind.RENAMED) == ["林畲镇"]
    assert len(kinds(found, Kind.RECODED)) == 9
    assert kinds(found, Kind.CLOSED) == kinds(found, Kind.MOVED) == []


def test_nothing_changes_between_two_days_under_one_list() -> None:
    assert queries.changes("350423", date(2016, 1, 1), REFORM) == []


def test_changes_backwards_are_the_opposite() -> None:
    found = queries.changes("350423", AFTER, REFORM)

    assert kinds(found, Kind.CLOSED) == ["天康社区"]
    assert kinds(found, Kind.ADDED) == []


def test_a_village_that_moved_between_townships_is_moved_not_closed() -> None:
    one = {"201": "甲丑村委会", "202": "乙丑村委会"}
    load(county("2017-10-31", {"100": ("城关镇", {"201": "东村委会"}), "202": ("林畲乡", one)}))
    load(
        county(
            "2018-10-31",
            {"100": ("城关镇", {"201": "东村委会", "301": "甲丑村委会", "302": "乙丑村委会"})},
        )
    )

    found = queries.changes("350999202", REFORM, AFTER)

    moved = [change for change in found if change.kind == Kind.MOVED]
    assert [[above and above.name for above in change.parents] for change in moved] == [
        ["林畲乡", "城关镇"],
        ["林畲乡", "城关镇"],
    ]
    assert kinds(found, Kind.CLOSED) == ["林畲乡"]


def test_the_number_of_queries_of_changes_does_not_grow(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for code in ("350423106", "350423"):
        with django_assert_max_num_queries(10):
            queries.changes(code, REFORM, AFTER)
