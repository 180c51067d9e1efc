"""Opening, closing, merging, and what new lists of divisions do to an open county."""

from datetime import date
from itertools import permutations

import pytest
from django.db import transaction

from jinguo.audit.models import Entry
from jinguo.divisions.errors import StillInUse
from jinguo.federations.actions import close, merge, open_county
from jinguo.federations.errors import (
    AlreadyClosed,
    FederationUnknown,
    MergedIntoItself,
    SuccessorClosed,
)
from jinguo.federations.models import Federation
from jinguo.federations.queries import newest_codes, units_below
from jinguo.kernel.actor import system
from jinguo.statistics.queries import figures
from tests.factories.counties import (
    LINSHAN,
    LINSHAN_2020,
    county,
    county_list,
    load,
)
from tests.factories.imports import applied, bring_list, found, names, periods, refusals
from tests.factories.workbooks import cell, committee

ROCK = "430999100"
DAY = date(2019, 6, 1)

pytestmark = pytest.mark.usefixtures("linshan")


def unit(code: str, day: date = DAY) -> int:
    """The federation with this code on the day."""
    return next(one.federation_id for one in units_below(code, day) if one.code == code)


def two_committees() -> None:
    """石桥村 and 大坪村 of 红岩镇, two women each."""
    applied(bring_list(*committee("红岩镇石桥村", "张梅", "李兰", since="2018.12.20")))
    applied(bring_list(*committee("红岩镇大坪村", "王菊", "赵竹", since="2018.12.20")))


def village_figures(day: date) -> tuple[object, ...]:
    """Federations, due and executives of the villages."""
    numbers = figures(LINSHAN, day, reader=system()).village
    return numbers["federations"], numbers.due, numbers["executives"]


def test_opening_a_county_gives_every_place_a_federation_once() -> None:
    assert open_county(county=county(), by=system()) == 14
    assert open_county(county=county(), by=system()) == 0
    assert Entry.objects.filter(verb="county.opened").count() == 1


def test_an_opened_county_counts_nothing_yet() -> None:
    open_county(county=county(), by=system())

    assert village_figures(DAY) == (0, 9, 0)


def test_units_carry_names_and_codes_of_the_day() -> None:
    open_county(county=county(), by=system())

    then = {one.code: one.name for one in units_below("430999200", DAY)}
    now = {one.code: one.name for one in units_below("430999101", date(2021, 1, 1))}

    assert then["430999200000"] == "白沙乡妇联"
    assert now["430999101000"] == "白沙镇妇联"
    assert then["430999200202"] == now["430999101202"] == "瑶山瑶族村妇联"
    assert "430999101001" in now


def test_a_village_alone_is_a_tree_of_one() -> None:
    open_county(county=county(), by=system())

    assert [one.code for one in units_below(f"{ROCK}200", DAY)] == [f"{ROCK}200"]


def test_rights_are_held_on_the_newest_codes() -> None:
    open_county(county=county(), by=system())
    one = unit("430999200202")

    assert newest_codes([one]) == {one: "430999101202"}
    assert newest_codes([]) == {}


def test_a_closed_unit_counts_until_it_closed_and_its_history_stays() -> None:
    two_committees()

    close(federation_id=unit(f"{ROCK}200"), on=date(2020, 1, 1), by=system())

    assert village_figures(date(2019, 12, 31)) == (2, 9, 4)
    assert village_figures(date(2020, 1, 1)) == (1, 9, 2)
    assert len(periods(f"{ROCK}200")) == 2


def test_merged_units_count_until_the_day_and_the_one_goes_on() -> None:
    two_committees()
    kept = unit(f"{ROCK}201")

    merge(federation_ids=[unit(f"{ROCK}200")], into_id=kept, on=date(2020, 1, 1), by=system())

    assert village_figures(date(2019, 12, 31)) == (2, 9, 4)
    assert village_figures(date(2020, 1, 1)) == (1, 9, 2)
    assert Federation.objects.get(successor=kept).closed_on == date(2020, 1, 1)
    assert Entry.objects.filter(verb="federation.merged").count() == 1


def test_what_cannot_be_is_refused() -> None:
    two_committees()
    one = unit(f"{ROCK}200")
    with pytest.raises(MergedIntoItself):
        merge(federation_ids=[one], into_id=one, on=DAY, by=system())
    close(federation_id=one, on=DAY, by=system())

    with pytest.raises(AlreadyClosed):
        close(federation_id=one, on=DAY, by=system())


def test_nothing_is_merged_into_a_unit_that_is_closed_by_then_or_unknown() -> None:
    two_committees()
    one, closed = unit(f"{ROCK}200"), unit(f"{ROCK}201")
    close(federation_id=closed, on=date(2019, 1, 1), by=system())

    with pytest.raises(SuccessorClosed) as caught:
        merge(federation_ids=[one], into_id=closed, on=date(2020, 1, 1), by=system())
    with pytest.raises(FederationUnknown):
        merge(federation_ids=[one], into_id=999_999_999, on=DAY, by=system())

    assert "大坪村妇联" in str(caught.value)
    assert Federation.objects.get(pk=one).closed_on is None


def test_a_list_for_a_unit_closed_by_its_day_is_refused() -> None:
    two_committees()
    close(federation_id=unit(f"{ROCK}200"), on=date(2020, 1, 1), by=system())

    report = bring_list(*committee("红岩镇石桥村", "张梅", "孙雪"), day="2020年3月1日")

    assert refusals(report) == [("unit_closed", cell("unit", 1))]


def test_a_list_for_a_unit_closed_later_is_imported() -> None:
    two_committees()
    close(federation_id=unit(f"{ROCK}200"), on=date(2020, 1, 1), by=system())

    applied(bring_list(*committee("红岩镇石桥村", "张梅", "孙雪"), day="2019年9月1日"))

    assert names("2019-12-31", f"{ROCK}200") == ["孙雪", "张梅"]
    assert village_figures(date(2019, 12, 31)) == (2, 9, 4)
    assert village_figures(date(2020, 1, 1)) == (1, 9, 2)


def test_a_new_list_gives_an_open_county_units_for_its_new_places() -> None:
    open_county(county=county(), by=system())
    more = {**LINSHAN_2020, "102": ("金河镇", {"200": "金河村委会"})}

    load(county_list("2022-10-31", more))

    day = date(2023, 1, 1)
    assert {one.name for one in units_below("430999102", day)} == {"金河镇妇联", "金河村妇联"}


def test_a_new_list_opens_no_county_by_itself() -> None:
    load(county_list("2022-10-31", LINSHAN_2020))

    assert Federation.objects.count() == 0


def test_a_warning_for_a_place_not_yet_listed_does_not_count_it_before() -> None:
    report = applied(bring_list(*committee("河湾社区", "张梅", "李兰"), day="2020年5月1日"))

    assert ("warn", "unit_not_yet_listed", cell("unit", 1)) in found(report)
    assert village_figures(date(2020, 10, 30))[0] == 0
    assert village_figures(date(2020, 10, 31))[0] == 1


WRONG = {**LINSHAN_2020, "102": ("误录镇", {"200": "误录村委会"})}


def test_a_wrong_row_can_be_corrected_in_an_open_county() -> None:
    load(county_list("2020-10-31", WRONG))
    open_county(county=county(), by=system())
    before = Federation.objects.count()

    load(county_list("2020-10-31", LINSHAN_2020))

    assert Federation.objects.count() == before - 2
    assert Entry.objects.filter(verb="federations.removed").count() == 1


@pytest.mark.parametrize("deed", ["people", "closed", "succeeds"])
def test_a_wrong_row_on_which_something_stands_is_refused_and_nothing_changes(deed: str) -> None:
    load(county_list("2020-10-31", WRONG))
    open_county(county=county(), by=system())
    wrong = unit("430999102200", date(2021, 1, 1))
    if deed == "people":
        applied(bring_list(*committee("误录村", "张梅", "李兰"), day="2021年3月1日"))
    elif deed == "closed":
        close(federation_id=wrong, on=date(2021, 1, 1), by=system())
    else:
        close(federation_id=unit(f"{ROCK}200"), on=DAY, by=system(), successor_id=wrong)
    before = list(Federation.objects.order_by("pk").values_list())

    with pytest.raises(StillInUse), transaction.atomic():
        load(county_list("2020-10-31", LINSHAN_2020))

    assert list(Federation.objects.order_by("pk").values_list()) == before


LISTS_AND_OPENING = ["2016", "2019", "open"]


@pytest.mark.parametrize("order", list(permutations(LISTS_AND_OPENING)))
def test_the_congress_committee_before_a_unit_knows_no_order(order: tuple[str, ...]) -> None:
    """东山村 was there before the reform, 天康社区 came after it."""
    code = "431111"
    old = {"100": ("城关镇", {"201": "东山村委会", "202": "西山村委会"})}
    new = {"100": ("城关镇", {**old["100"][1], "001": "天康社区居委会"})}
    lists = {
        "2016": county_list("2016-10-31", old, code=code, name="测试县"),
        "2019": county_list("2019-10-31", new, code=code, name="测试县"),
    }
    for deed in order:
        if deed != "open":
            load(lists[deed])
        elif order[0] != "open":
            open_county(county=county(code), by=system())
    if order[0] == "open":
        open_county(county=county(code), by=system())

    found = {one.name: one.predecessor for one in units_below(f"{code}100", date(2020, 1, 1))}
    assert found == {
        "城关镇妇联": "",
        "东山村妇联": "congress_committee",
        "西山村妇联": "congress_committee",
        "天康社区妇联": "",
    }
