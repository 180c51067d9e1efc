"""A county under a new code: followed, broken off again, and never there twice."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.divisions import queries
from jinguo.divisions.actions import decide
from jinguo.divisions.errors import CannotBeSame
from jinguo.divisions.events import ListsLoaded
from jinguo.divisions.models import Succession, Version
from jinguo.kernel.actor import system
from jinguo.kernel.events import _listeners, listens_to
from tests.divisions.lists import county, identities, load

pytestmark = pytest.mark.django_db

VILLAGES = {f"9{n:02}": f"{word}坊村委会" for n, word in enumerate("寅卯辰巳午未申酉")}
LISTED = {"100": ("城关镇", {"201": "东山村委会", **VILLAGES})}
OLD, NEW = {"code": "350427", "name": "沙县"}, {"code": "350405", "name": "沙县区"}
EARLIER, LATER = date(2017, 1, 1), date(2020, 1, 1)


@pytest.fixture
def followed() -> Succession:
    """沙县 became 沙县区, and somebody said so."""
    load(county("2017-10-31", LISTED, **OLD))
    load(county("2018-10-31", LISTED, **NEW))
    match = Succession.objects.get()
    decide(match, same=True, by=system())
    return match


def village(code: str, day: date = EARLIER) -> int:
    return queries.place(f"{code}100201", day).division_id


def nobody_is_twice() -> bool:
    for day in (date(1950, 1, 1), EARLIER, date(2018, 12, 1), LATER):
        alive = Version.objects.filter(queries.holds_on(day))
        for field in ("code", "division_id"):
            found = list(alive.values_list(field, flat=True))
            if len(found) != len(set(found)):
                return False
    return True


def test_a_new_code_that_was_followed_can_be_taken_back(followed: Succession) -> None:
    was = village("350427")

    decide(followed, same=False, by=system())

    assert nobody_is_twice()
    assert village("350427", LATER) == was
    assert village("350405", LATER) != was
    assert len(queries.counties()) == 2


def test_followed_again_after_it_was_taken_back_it_is_as_before(followed: Succession) -> None:
    expected = identities()
    decide(followed, same=False, by=system())

    decide(followed, same=True, by=system())

    assert identities() == expected


def test_a_list_of_the_new_code_from_before_breaks_the_two_apart(followed: Succession) -> None:
    load(county("2016-10-31", LISTED, **NEW))

    assert nobody_is_twice()
    assert village("350427") != village("350405")


def test_a_list_of_the_old_code_from_after_breaks_the_two_apart(followed: Succession) -> None:
    load(county("2019-10-31", LISTED, **OLD))

    assert nobody_is_twice()
    assert village("350427", LATER) != village("350405", LATER)


def test_what_broke_apart_is_the_same_in_whatever_order_it_came(followed: Succession) -> None:
    later = county("2019-10-31", LISTED, **OLD)
    load(later)
    broken = identities()

    load(county("2016-10-31", LISTED, **OLD))
    load(county("2020-10-31", LISTED, **NEW))

    assert nobody_is_twice()
    assert {frozenset(word[:2] for word in one) for one in identities()} == {
        frozenset(word[:2] for word in one) for one in broken
    }


@pytest.mark.parametrize("day", ["2018-10-31", "2019-10-31"])
def test_two_new_counties_cannot_both_be_the_old_one(day: str) -> None:
    load(county("2017-10-31", LISTED, **OLD))
    west = {"100": ("西镇", {"201": "西山村委会"})}
    load(county("2018-10-31", LISTED, **NEW), county(day, west, code="350406", name="沙市"))
    first, second = Succession.objects.filter(old_code="350427000000").order_by("new_code")
    decide(first, same=True, by=system())

    with pytest.raises(CannotBeSame):
        decide(second, same=True, by=system())

    assert nobody_is_twice()
    assert village("350405", LATER) == village("350427")


@pytest.mark.parametrize("renamed", [True, False])
def test_a_county_of_another_name_is_asked_about_if_it_has_the_villages(renamed: bool) -> None:
    villages = LISTED if renamed else {"100": ("虎林镇", {"201": "龙村委会"})}
    load(county("2017-10-31", LISTED, **OLD))

    load(county("2018-10-31", villages, code="350405", name="虬江区"))

    assert len(queries.proposals()) == int(renamed)


def test_pairs_of_counties_are_looked_at_in_a_fixed_number_of_queries() -> None:
    counted = []
    for province, many in (("36", 1), ("37", 4)):
        for at in range(many):
            code = f"{province}04{at + 10}"
            load(county("2017-10-31", LISTED, code=code, name=f"{'甲乙丙丁'[at]}县"))
        new = county("2018-10-31", LISTED, code=f"{province}0490", name="新区")
        with CaptureQueriesContext(connection) as queries_made:
            load(new)
        counted.append(len(queries_made))
        assert len(queries.proposals(province)) == many

    assert counted[0] == counted[1]


def test_a_list_that_says_nothing_new_is_not_announced(heard: list[object]) -> None:
    load(county("2017-10-31", LISTED, **OLD))
    assert len(heard) == 1

    load(county("2017-10-31", LISTED, **OLD))
    load(county("2018-10-31", LISTED, **OLD))

    assert len(heard) == 1


@pytest.fixture
def heard() -> Iterator[list[object]]:
    """Every announcement of lists."""
    events: list[object] = []
    before = list(_listeners[ListsLoaded])
    listens_to(ListsLoaded)(events.append)
    yield events
    _listeners[ListsLoaded][:] = before
