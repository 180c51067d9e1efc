"""What the real lists of Qingliu say."""

from datetime import date
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.divisions import queries
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.models import Succession, Version
from tests.divisions.lists import identities, load, snapshot, vintages

pytestmark = pytest.mark.django_db

REFORM = date(2017, 7, 31)
AFTER_RECODING = date(2020, 1, 1)
LISTS = vintages()


@pytest.fixture
def loaded() -> None:
    load(*LISTS.values())


def villages(day: date) -> int:
    top = queries.place("350423", day)
    return sum(place.level == 5 for place in queries.subtree(top, day))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(1990, 1, 1), 119),
        (REFORM, 119),
        (date(2018, 12, 31), 119),
        (date(2019, 10, 30), 119),
        (date(2019, 10, 31), 120),
        (date(2030, 1, 1), 120),
    ],
)
def test_counts_villages_of_the_day(loaded: None, day: date, number: int) -> None:
    assert villages(day) == number


def test_the_county_has_13_townships_on_any_day(loaded: None) -> None:
    for day in (date(1990, 1, 1), REFORM, AFTER_RECODING):
        assert len(queries.children(queries.place("350423", day), day)) == 13


def test_linshe_is_one_place_under_two_codes_with_all_its_villages(loaded: None) -> None:
    before = queries.subtree(queries.place("350423202", REFORM), REFORM)
    after = queries.subtree(queries.place("350423106", AFTER_RECODING), AFTER_RECODING)

    assert [place.name for place in (before[0], after[0])] == ["林畲乡", "林畲镇"]
    assert len(before) == 9
    assert {place.division_id for place in after} - {place.division_id for place in before} == {
        queries.place("350423106001", AFTER_RECODING).division_id
    }
    assert {place.division_id for place in before} < {place.division_id for place in after}


def test_tiankang_community_is_new_in_2019_and_continues_nothing(loaded: None) -> None:
    tiankang = queries.place("350423106001", AFTER_RECODING)

    assert queries.history(tiankang.division_id) == [tiankang]
    assert tiankang.valid_from == date(2019, 10, 31)
    assert tiankang.short == "天康社区"
    assert queries.place_of(tiankang.division_id, REFORM) is None


def test_taishan_is_one_village_whose_name_was_corrected(loaded: None) -> None:
    taishan = queries.place("350423206205", AFTER_RECODING)

    assert [place.short for place in queries.history(taishan.division_id)] == [
        "太山村",
        "泰山村",
        "泰山畲族村",
    ]


def test_nothing_in_qingliu_is_left_to_be_decided(loaded: None) -> None:
    assert not Succession.objects.exists()
    assert len(identities()) == 136


def test_a_code_that_meant_something_else_says_what_and_where_it_is_now(loaded: None) -> None:
    with pytest.raises(DivisionUnknown) as refusal:
        queries.place("350423202204", AFTER_RECODING)

    assert "石下村委会" in str(refusal.value)
    assert "350423106204" in str(refusal.value)
    assert "2019-10-31" in str(refusal.value)


def test_loading_again_changes_no_row(loaded: None) -> None:
    before = snapshot()

    again = load(*LISTS.values())
    load(LISTS[date(2018, 10, 31)])

    assert (again.listings, again.unchanged, again.versions) == ((), 8, 0)
    assert snapshot() == before


def test_identities_stay_what_they_were_when_a_list_comes_late(db: None) -> None:
    late = date(2019, 10, 31)
    load(*(file for day, file in LISTS.items() if day != late))
    before = dict(Version.objects.values_list("code", "division_id"))

    load(LISTS[late])

    assert before == dict(Version.objects.values_list("code", "division_id"))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(sorted(LISTS)), cuts=st.sets(st.integers(1, 7)))
def test_the_order_of_loading_does_not_matter(
    db: None, expected: dict[str, object], order: list[date], cuts: set[int]
) -> None:
    with transaction.atomic():
        edges = [0, *sorted(cuts), len(order)]
        for start, end in pairwise(edges):
            load(*(LISTS[day] for day in order[start:end]))

        assert identities() == expected["identities"]
        assert Succession.objects.count() == 0
        transaction.set_rollback(True)


@pytest.fixture
def expected(db: None) -> dict[str, object]:
    with transaction.atomic():
        load(*LISTS.values())
        found = identities()
        transaction.set_rollback(True)
    return {"identities": found}
