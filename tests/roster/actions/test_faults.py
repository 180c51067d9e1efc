"""Every kind of fault in a workbook: marked at its cell, sorted by how grave it is."""

from datetime import date
from typing import Any

import pytest

from jinguo.roster.models import Appointment
from tests.factories.imports import (
    ALL_TABLES,
    bring,
    bring_list,
    found,
    periods,
    picture,
    refusals,
)
from tests.factories.workbooks import COLUMNS, as_csv, book, cell, committee, sheet, woman

pytestmark = pytest.mark.usefixtures("linshan")

UNIT = "红岩镇大坪村妇联"


def with_fault(**cells: Any) -> list[dict[str, Any]]:
    """A good list whose second woman has these cells."""
    people = committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")
    people[1] |= cells
    return people


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("name", "", "name_missing"),
        ("name", "12345", "name_unreadable"),
        ("name", "李兰、王竹", "name_several"),
        ("post", "", "post_missing"),
        ("post", "组长", "post_unknown"),
        ("birth", "1985.13", "birth_impossible"),
        ("birth", "去年", "birth_unreadable"),
        ("birth", "1985", "birth_incomplete"),
        ("birth", "1785.12", "birth_out_of_range"),
        ("birth", "2016.05", "birth_too_young"),
        ("since", "2017.2.30", "date_impossible"),
        ("since", "2017.13.1", "date_no_such_month"),
        ("since", "换届时", "date_unreadable"),
        ("since", "3017.5.1", "date_out_of_range"),
        ("since", "2019.3.2", "starts_after_list"),
        ("since", "#REF!", "cell_error"),
        ("unit", "火星村妇联", "unit_unknown"),
        ("unit", "石桥村妇联", "unit_ambiguous"),
    ],
)
def test_what_cannot_be_read_or_placed_is_refused_and_nothing_is_written(
    column: str, value: str, code: str
) -> None:
    people = with_fault(**{column: value})
    before = picture(*ALL_TABLES)

    report = bring_list(*people)

    assert (code, cell(column, 2)) in refusals(report)
    assert report.batch is None
    assert picture(*ALL_TABLES) == before


def test_a_birth_is_checked_against_the_day_the_import_is_given() -> None:
    report = bring_list(*with_fault(birth="2004.05"), day="", as_of=date(2019, 3, 1))

    assert refusals(report) == [("birth_too_young", cell("birth", 2))]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("gender", "？", "gender_unknown"),
        ("name", "兰", "name_short"),
        ("since", "2018年12月", "date_month_only"),
        ("since", "18.12.20", "date_two_digit_year"),
        ("categories", "舞蹈队长", "category_unknown"),
        ("phone", "138****0001", "phone_masked"),
        ("phone", "1990000", "phone_length"),
        ("phone", "没电话", "phone_unreadable"),
    ],
)
def test_what_is_merely_odd_is_kept_and_warned_about(column: str, value: str, code: str) -> None:
    report = bring_list(*with_fault(**{column: value}))

    assert ("warn", code, cell(column, 2)) in found(report)
    assert report.batch is not None
    assert len(periods()) == 3


def test_a_mark_that_does_not_belong_to_its_name_is_warned_about() -> None:
    report = bring_list(*with_fault(categories="①文艺女骨干"))

    assert ("warn", "category_differs", cell("categories", 2)) in found(report)
    assert Appointment.objects.get(person__name="李兰").categories == ["artist"]


def test_identity_card_numbers_are_not_kept() -> None:
    report = bring_list(*with_fault(remark="身份证352601198502030025"))

    assert ("note", "id_number_removed", cell("remark", 2)) in found(report)
    assert "352601198502030025" not in str(picture(*ALL_TABLES)["roster_appointment"])


def test_two_chairs_are_kept_and_warned_about_at_the_second() -> None:
    report = bring_list(*with_fault(post="主席"))

    assert ("warn", "chairs_several", cell("post", 2)) in found(report)
    assert report.batch is not None


def test_no_chair_is_warned_about() -> None:
    people = with_fault()
    people[0]["post"] = "执委"

    report = bring_list(*people)

    assert ("warn", "chair_missing", cell("unit", 1)) in found(report)
    assert report.batch is not None


def test_a_missing_required_category_is_warned_about_by_name() -> None:
    people = with_fault()
    people[0]["categories"] = "①②③④"

    report = bring_list(*people)

    warnings = [one for one in report.problems if one.fault.code == "category_missing"]
    assert [one.data["category"] for one in warnings] == ["家庭教育女能手"]
    assert warnings[0].cell == cell("unit", 1)
    assert report.batch is not None


def test_no_vice_chair_is_warned_about_with_the_smallest_change() -> None:
    report = bring_list(*with_fault(post="执委"))

    warnings = [one for one in report.problems if one.fault.code == "composition"]
    assert len(warnings) == 1
    assert warnings[0].severity == "warn"


def test_a_sheet_without_a_day_is_refused() -> None:
    report = bring_list(*with_fault(), day="")

    assert refusals(report) == [("day_missing", "")]


@pytest.mark.parametrize(
    "line",
    [
        ["填报单位（盖章）：", "", "填报日期：2019年3月1日"],
        ["填报单位：", "", "", "填报时间：2019.3.1"],
        ["填报单位（盖章）", "", "", "日期：", "2019-03-01"],
    ],
)
def test_the_day_is_found_beside_a_reporting_unit_left_blank(line: list[str]) -> None:
    rows = sheet(*with_fault())
    rows[1] = line

    report = bring(("名册.xlsx", book(rows)))

    assert refusals(report) == []
    assert report.days == [date(2019, 3, 1)]


def test_the_day_given_by_hand_goes_before_the_day_of_the_sheet() -> None:
    people = committee(UNIT, "张梅", "李兰")

    report = bring_list(*people, day="2019年3月1日", as_of=date(2019, 9, 9))

    assert report.days == [date(2019, 9, 9)]
    assert {start for *_rest, start, _end in periods()} == {"2019-09-09"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_in_csv_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    content = as_csv(sheet(*with_fault()), encoding)

    report = bring(("名册.csv", content))

    assert refusals(report) == []
    assert [name for _code, name, *_rest in periods()] == ["张梅", "李兰", "王菊"]


def test_a_file_without_a_list_is_refused() -> None:
    report = bring(("会议.xlsx", book([["关于开会的通知"], ["请准时参加"]])))

    assert [code for code, _cell in refusals(report)] == ["no_roster"]


def test_a_list_without_the_column_of_posts_is_refused_with_the_headings_found() -> None:
    columns = [one for one in COLUMNS if one != "妇联职务"]

    report = bring_list(*with_fault(), columns=columns)

    assert [code for code, _cell in refusals(report)] == ["heading_missing"]
    assert "姓名" in report.problems[0].message


def test_nothing_at_all_is_refused() -> None:
    report = bring()

    assert [code for code, _cell in refusals(report)] == ["nothing_to_import"]


def test_headings_with_nobody_below_are_refused() -> None:
    report = bring(("空.xlsx", book(sheet(title=UNIT))))

    assert "nothing_to_import" in {code for code, _cell in refusals(report)}


def test_one_bad_file_refuses_the_good_ones_beside_it() -> None:
    before = picture(*ALL_TABLES)

    report = bring(
        ("好.xlsx", book(sheet(*with_fault()))), ("坏.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 99)
    )

    assert {problem.file for problem in report.problems if problem.severity == "refuse"} == {
        "坏.xlsx"
    }
    assert picture(*ALL_TABLES) == before


def test_the_same_file_under_two_names_is_read_once() -> None:
    content = book(sheet(*with_fault()))

    report = bring(("一.xlsx", content), ("二.xlsx", content))

    assert ("note", "file_twice", "") in found(report)
    assert (report.rows, report.joined) == (3, 3)


def test_two_files_of_one_name_are_both_read() -> None:
    first = book(sheet(*committee(UNIT, "张梅", "李兰")))
    second = book(sheet(*committee("红岩镇石桥村妇联", "王菊", "赵竹")))

    report = bring(("名册.xlsx", first), ("名册.xlsx", second))

    assert refusals(report) == []
    assert (report.units, report.joined) == (2, 4)


@pytest.mark.parametrize("text", ["很" * 400, "很\x00长", "1" * 400, "\ud83d\ude00"])
def test_no_text_however_long_or_strange_breaks_an_import(text: str) -> None:
    columns = [*COLUMNS, "界别", "产生方式"]
    strange = dict.fromkeys(
        ("gender", "ethnicity", "party", "education", "categories", "occupation", "phone",
         "remark", "sector", "origin"),
        text.encode("utf-16", "surrogatepass").decode("utf-16"),
    )  # fmt: skip

    report = bring(("名册.csv", as_csv(sheet(*with_fault(**strange), columns=columns))))

    assert report.batch is not None or refusals(report)


def test_text_longer_than_a_record_is_shortened_and_said() -> None:
    report = bring_list(*with_fault(occupation="村" * 121, remark="字" * 300))

    assert ("warn", "text_too_long", cell("occupation", 2)) in found(report)
    assert cell("remark", 2) not in {problem.cell for problem in report.problems}
    assert Appointment.objects.get(person__name="李兰").person.occupation == "村" * 120


def test_every_row_is_counted_listed_or_named() -> None:
    people = [*with_fault(post="组长"), woman("李兰", "执委", unit=UNIT, birth="1961.02")]

    report = bring_list(*people)

    told = {problem.cell for problem in report.problems}
    assert report.rows == 3
    assert cell("post", 2) in told
