"""Rows find their unit, under whatever name; what has no place is refused at its cell."""

from datetime import date

import pytest

from jinguo.federations.models import Federation
from jinguo.roster.actions.importing import Report
from tests.factories.counties import LINSHAN, county_list, load
from tests.factories.imports import (
    applied,
    bring,
    bring_list,
    found,
    periods,
    picture,
    refusals,
)
from tests.factories.workbooks import book, book_of, cell, committee, sheet, woman

pytestmark = pytest.mark.usefixtures("linshan")

ROCK, SAND, STREET = "430999100", "430999101", "430999001"


def place_of(unit: str, **how: str) -> list[str]:
    """Today's codes of the units in which a list puts its people; empty if it is refused."""
    report = bring_list(*committee(unit, "张梅", "李兰"), **how)
    return [] if report.refused else sorted({code for code, *_rest in periods()})


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("红岩镇石桥村妇联", f"{ROCK}200"),
        ("临山县红岩镇石桥村妇联", f"{ROCK}200"),
        ("湖南省南岭市临山县红岩镇石桥村妇联", f"{ROCK}200"),
        ("红岩镇石桥村村民委员会", f"{ROCK}200"),
        ("红岩镇石桥村委会妇联", f"{ROCK}200"),
        ("红岩镇石桥村妇女联合会", f"{ROCK}200"),
        ("红岩镇石桥村妇联执委会", f"{ROCK}200"),
        ("红岩镇石桥", f"{ROCK}200"),
        ("大坪村", f"{ROCK}201"),
        ("大坪村村民委员会", f"{ROCK}201"),
        ("大坪村委会", f"{ROCK}201"),
        ("大坪", f"{ROCK}201"),
        ("大坪村妇代会", f"{ROCK}201"),
        ("新街社区居委会", f"{ROCK}001"),
        ("新街社区", f"{ROCK}001"),
        ("新街居委会", f"{ROCK}001"),
        ("新街社区妇联", f"{ROCK}001"),
        ("红岩镇", f"{ROCK}000"),
        ("红岩镇妇联", f"{ROCK}000"),
        ("临山县红岩镇妇女联合会执行委员会", f"{ROCK}000"),
        ("城关街道办事处妇联", f"{STREET}000"),
        ("城关街道妇联", f"{STREET}000"),
        ("城关街道东门社区", f"{STREET}001"),
        ("西门社区居委会", f"{STREET}002"),
        ("瑶山瑶族村", f"{SAND}202"),
        ("瑶山村妇联", f"{SAND}202"),
        ("白沙乡妇联", f"{SAND}000"),
        ("白沙镇妇联", f"{SAND}000"),
        ("白沙乡瑶山村", f"{SAND}202"),
        ("白沙镇瑶山村", f"{SAND}202"),
        ("白沙乡石桥村", f"{SAND}200"),
        ("白沙村", f"{SAND}203"),
        ("　红岩镇　大坪村　妇联　", f"{ROCK}201"),
        ("3.红岩镇大坪村妇联", f"{ROCK}201"),
    ],
)
def test_a_unit_is_found_under_every_name_it_goes_by(unit: str, code: str) -> None:
    assert place_of(unit, title="妇联执委花名册") == [code]


@pytest.mark.parametrize(
    "title",
    [
        "红岩镇大坪村妇联执委花名册",
        "临山县红岩镇大坪村妇联执委花名册",
        "临山县红岩镇大坪村妇女联合会第一届执行委员会委员名单",
        "大坪村妇联第二届执委名单",
        "大坪村妇联换届后执委名单",
        "大坪村妇联班子成员名单",
        "大坪村妇联执委会组成人员名单（2019年3月）",
        "2019年大坪村妇联执委花名册",
        "红岩镇大坪村妇联主席、副主席、执委名单",
        "大坪村妇联干部花名册",
        "附件2：大坪村妇联执委基本情况表",
        "大坪村妇联执委登记表（一）",
    ],
)
def test_a_unit_only_in_the_title_is_found(title: str) -> None:
    rows = sheet(*committee("", "张梅", "李兰"), title=title)

    report = bring(("名册.xlsx", book(rows)))

    assert refusals(report) == []
    assert {code for code, *_rest in periods()} == {f"{ROCK}201"}


def test_a_unit_only_in_the_name_of_the_sheet_is_found() -> None:
    rows = sheet(*committee("", "张梅", "李兰"), title="妇联执委花名册")

    applied(bring(("红岩镇.xlsx", book_of({"大坪村": rows}))))

    assert {code for code, *_rest in periods()} == {f"{ROCK}201"}


@pytest.mark.parametrize(
    "name", ["大坪村.xlsx", "红岩镇大坪村妇联执委花名册.xlsx", "红岩镇/大坪村妇联.xlsx"]
)
def test_a_unit_only_in_the_name_of_the_file_is_found(name: str) -> None:
    rows = sheet(*committee("", "张梅", "李兰"), title="妇联执委花名册")

    applied(bring((name, book(rows))))

    assert {code for code, *_rest in periods()} == {f"{ROCK}201"}


def test_one_sheet_for_each_village_in_a_book_of_a_township() -> None:
    books = {
        name: sheet(*committee("", *women), title=f"{name}妇联执委花名册")
        for name, women in (("石桥村", ("张梅", "李兰")), ("大坪村", ("王菊", "赵竹")))
    }

    report = applied(bring(("红岩镇.xlsx", book_of(books))))

    assert report.units == 2
    assert {code for code, *_rest in periods()} == {f"{ROCK}200", f"{ROCK}201"}


def test_a_name_that_fits_two_villages_is_refused_with_both() -> None:
    report = bring_list(*committee("石桥村妇联", "张梅", "李兰"), title="妇联执委花名册")

    assert refusals(report) == [("unit_ambiguous", cell("unit", 1))]
    (problem,) = [one for one in report.problems if one.fault.code == "unit_ambiguous"]
    assert set(problem.options) == {"红岩镇石桥村", "白沙镇石桥村"}
    assert "红岩镇石桥村" in problem.message


def test_the_township_of_the_title_decides_between_two_villages() -> None:
    assert place_of("石桥村妇联", title="白沙镇村妇联执委花名册") == [f"{SAND}200"]


def test_the_township_of_the_file_decides_between_two_villages() -> None:
    assert place_of("石桥村", title="村妇联执委花名册", name="白沙乡.xlsx") == [f"{SAND}200"]


@pytest.mark.parametrize("unit", ["镇妇联", "乡妇联", "本镇妇联", "镇机关妇联", "镇本级"])
def test_a_township_that_calls_itself_just_township_is_found_by_its_title(unit: str) -> None:
    assert place_of(unit, title="白沙镇妇联组织花名册") == [f"{SAND}000"]


def test_just_township_without_a_title_that_names_it_is_refused() -> None:
    report = bring_list(*committee("镇妇联", "张梅", "李兰"), title="妇联组织花名册")

    assert refusals(report) == [("unit_unknown", cell("unit", 1))]


def test_a_village_of_another_township_is_counted_where_it_lies_and_warned_about() -> None:
    report = applied(
        bring_list(*committee("瑶山瑶族村", "张梅", "李兰"), title="红岩镇村妇联执委花名册")
    )

    assert ("warn", "unit_of_another_township", cell("unit", 1)) in found(report)
    assert {code for code, *_rest in periods()} == {f"{SAND}202"}


def test_an_unknown_unit_is_refused_with_the_nearest_names() -> None:
    report = bring_list(*committee("红岩镇大平村妇联", "张梅", "李兰"))

    assert refusals(report) == [("unit_unknown", cell("unit", 1))]
    (problem,) = [one for one in report.problems if one.fault.code == "unit_unknown"]
    assert "红岩镇大坪村" in problem.options
    assert "临山县" in problem.message


def test_rows_that_name_no_unit_anywhere_are_refused() -> None:
    report = bring_list(woman("张梅", "主席"), title="妇联执委花名册")

    assert [code for code, _cell in refusals(report)] == ["unit_missing"]


def test_a_title_that_names_no_unit_counts_as_naming_none() -> None:
    report = bring_list(woman("张梅", "主席"), title="村级妇联执委花名册（2019年）")

    assert [code for code, _cell in refusals(report)] == ["unit_missing"]


def test_one_row_that_cannot_be_placed_refuses_all() -> None:
    before = picture("people_person", "roster_appointment", "federations_federation")

    report = bring_list(
        *committee("红岩镇石桥村", "张梅", "李兰"), woman("王菊", "主席", unit="火星村")
    )

    assert refusals(report) == [("unit_unknown", cell("unit", 3))]
    assert picture(*before) == before


def test_a_village_closed_before_the_day_of_the_list_is_refused() -> None:
    report = bring_list(*committee("青山村", "张梅", "李兰"), day="2020年12月1日")

    assert refusals(report) == [("unit_closed", cell("unit", 1))]


def test_a_village_closed_later_is_imported_and_counted_until_it_closed() -> None:
    applied(bring_list(*committee("青山村", "张梅", "李兰"), day="2019年3月1日"))

    assert {code for code, *_rest in periods()} == {"430999200201"}


def test_a_unit_not_yet_in_the_lists_is_imported_with_a_warning() -> None:
    report = applied(bring_list(*committee("河湾社区", "张梅", "李兰"), day="2020年5月1日"))

    assert ("warn", "unit_not_yet_listed", cell("unit", 1)) in found(report)
    assert {code for code, *_rest in periods()} == {f"{SAND}001"}


def test_a_list_headed_by_another_county_is_refused() -> None:
    load(county_list("2018-10-31", {"100": ("红岩镇", {})}, code="430998", name="望海县"))

    report = bring_list(
        *committee("红岩镇妇联", "张梅", "李兰"), title="望海县红岩镇妇联执委花名册"
    )

    assert [code for code, _cell in refusals(report)] == ["county_differs"]


def test_the_county_federation_has_a_roster_too() -> None:
    assert place_of("临山县妇联", title="临山县妇联执委花名册") == [f"{LINSHAN}000000"]


def test_importing_opens_the_county() -> None:
    assert Federation.objects.count() == 0

    applied(bring_list(*committee("大坪村", "张梅", "李兰")))

    assert Federation.objects.count() == 14
    assert (
        Federation.objects.filter(level=5, predecessor="congress_committee").count() == 9
    )  # one came with the second list


def test_a_refused_import_does_not_open_the_county() -> None:
    bring_list(*committee("火星村", "张梅", "李兰"))

    assert Federation.objects.count() == 0


def two_units(report: Report) -> set[str]:
    """The units of a report's lines."""
    return {line.unit_name for line in report.changes}


def test_a_report_names_units_as_they_were_called_on_the_day_of_the_list() -> None:
    report = applied(bring_list(*committee("白沙乡瑶山村", "张梅", "李兰"), day="2019年3月1日"))

    assert {line.unit_code for line in report.changes} == {"430999200202"}
    assert two_units(report) == {"瑶山瑶族村妇联"}


def test_two_files_for_one_unit_make_one_list() -> None:
    first = sheet(*committee("大坪村", "张梅", "李兰"))
    second = sheet(woman("王菊", "执委", unit="红岩镇大坪村妇联", birth="1990.1"))

    report = applied(bring(("一.xlsx", book(first)), ("二.xlsx", book(second))))

    assert (report.units, report.joined) == (1, 3)
    assert bring(("二.xlsx", book(second)), as_of=date(2020, 1, 1), apply=False).left == 2


def test_the_committee_of_another_township_in_a_townships_list_is_warned_about() -> None:
    report = bring_list(
        *committee("红岩镇妇联", "张梅", "李兰"),
        *committee("白沙乡妇联", "王菊"),
        title="红岩镇妇联执委花名册",
    )

    assert ("warn", "unit_of_another_township", cell("unit", 3)) in found(report)
    assert report.units == 2


def test_a_woman_listed_again_in_another_file_is_shown_where_she_was_first() -> None:
    one = book(sheet(*committee("红岩镇大坪村", "张梅", since="2018.12.20")))
    other = book(sheet(*committee("红岩镇大坪村", "张梅", since="2018.12.20", education="高中")))

    report = bring(("甲.xlsx", one), ("乙.xlsx", other), apply=False)

    (twice,) = [one for one in report.problems if one.fault.code == "person_twice"]
    assert (twice.file, twice.data["first"]) == ("乙.xlsx", "甲.xlsx 执委 C4")
