"""Lists that are taken as they are, with a word to look again."""

import pytest

from jinguo.roster.actions.importing import Report
from jinguo.roster.enums import Severity
from jinguo.roster.errors import Problem
from tests.factories.imports import applied, bring, bring_list
from tests.factories.workbooks import HEADER_ROW, book, committee, sheet, woman

pytestmark = pytest.mark.usefixtures("linshan")

UNIT = "红岩镇大坪村妇联"
FOUR = ("张梅", "李兰", "王菊", "赵竹")


def codes(report: Report, code: str) -> list[Problem]:
    return [one for one in report.problems if one.fault.code == code]


def test_a_list_of_only_the_newly_added_is_remarked_on() -> None:
    applied(bring_list(*committee(UNIT, *FOUR, since="2018.12.20"), day="2018-12-31"))

    report = bring_list(woman("孙荷", unit=UNIT, since="2019.3.2"), day="2019-03-10", apply=False)

    (remark,) = codes(report, "many_left")
    assert remark.severity == Severity.WARN
    assert (remark.data["left"], remark.data["sat"]) == (4, 4)


def test_a_new_committee_is_not() -> None:
    applied(bring_list(*committee(UNIT, *FOUR, since="2018.12.20"), day="2018-12-31"))
    others = committee(UNIT, "孙荷", "周莲", "吴葵", "郑蓉", since="2021.12.20")

    report = bring_list(*others, day="2021-12-31", apply=False)

    assert report.left == 4
    assert codes(report, "many_left") == []


def test_a_list_without_any_category_is_one_remark() -> None:
    people = [one | {"categories": ""} for one in committee(UNIT, *FOUR, since="2018.12.20")]

    report = bring_list(*people, day="2018-12-31", apply=False)

    (remark,) = codes(report, "category_missing")
    assert "调解女能手" in remark.data["category"]
    assert "家庭教育女能手" in remark.data["category"]


def test_two_lists_side_by_side_are_refused() -> None:
    rows = sheet(*committee(UNIT, *FOUR, since="2018.12.20"), day="2018-12-31")
    rows[HEADER_ROW - 1] = [*rows[HEADER_ROW - 1], "姓名"]

    report = bring(("并排.xlsx", book(rows)), apply=False)

    assert [one.fault.code for one in report.problems if one.severity == Severity.REFUSE] == [
        "heading_twice"
    ]
