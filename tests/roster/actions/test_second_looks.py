"""Lists that are taken as they are, with a word to look again."""

from datetime import date

import pytest

from jinguo.kernel.actor import system
from jinguo.roster.actions.importing import ImportRequest, Report, run
from jinguo.roster.enums import Severity
from jinguo.roster.errors import Problem
from tests.factories.counties import LINSHAN, county
from tests.factories.imports import applied, bring, bring_list
from tests.factories.workbooks import HEADER_ROW, book, committee, sheet, woman

pytestmark = pytest.mark.usefixtures("linshan")

UNIT = "红岩镇大坪村妇联"
SHORT = ["序号", "姓名", "妇联职务", "任职时间"]
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


def test_a_list_of_a_day_to_come_is_refused() -> None:
    file = ("明年.xlsx", book(sheet(*committee(UNIT, *FOUR), day="2031-01-01")))
    request = ImportRequest([file], county(LINSHAN), today=date(2020, 1, 1))

    report = run(request, by=system("test"), apply=True)

    assert [one.fault.code for one in report.problems] == ["day_in_the_future"]
    assert report.batch is None


def test_a_remark_that_she_has_left_is_remarked_on() -> None:
    people = committee(UNIT, *FOUR, since="2018.12.20")
    people[3] |= {"remark": "已去世"}

    report = bring_list(*people, day="2018-12-31", apply=False)

    (remark,) = codes(report, "remark_says_left")
    assert remark.data["name"] == "赵竹"


def test_the_village_is_found_on_any_line_above_the_headings() -> None:
    people = [woman("张梅", "主席", since="2018.12.20"), woman("李兰", since="2018.12.20")]
    rows = sheet(*people, title="红岩镇妇联执委花名册", day="2018-12-31", columns=SHORT)
    rows.insert(2, ["大坪村"])

    report = bring(("红岩镇.xlsx", book(rows)), apply=False)

    assert {line.unit_name for line in report.changes} == {"大坪村妇联"}


def test_a_heading_that_names_two_units_is_asked_about() -> None:
    people = [woman("张梅", "主席", since="2018.12.20"), woman("李兰", since="2018.12.20")]
    title = "红岩镇妇联、大坪村妇联执委花名册"
    rows = sheet(*people, title=title, day="2018-12-31", columns=SHORT)

    report = bring(("两个单位.xlsx", book(rows)), apply=False)

    assert [one.fault.code for one in report.problems] == ["unit_ambiguous"]


@pytest.mark.parametrize(("answer", "joined"), [("new", 2), ("first", 1)])
def test_two_unclear_rows_of_one_name_are_two_women_or_one_as_somebody_says(
    answer: str, joined: int
) -> None:
    people = [
        woman("张梅", unit=UNIT, birth="1970.01", phone="19900000001", since="2018.12.20"),
        woman("张梅", unit=UNIT, birth="1970.01", phone="19900000002", since="2018.12.20"),
    ]
    asked = bring_list(*people, day="2018-12-31", apply=False)
    (question,) = asked.questions
    said = answer if answer == "new" else question.candidates[0][0]

    report = bring_list(*people, day="2018-12-31", apply=False, answers={question.key: said})

    assert asked.refused
    assert not report.refused
    assert report.joined == joined


def test_a_namesake_who_sits_in_the_unit_is_asked_about_even_if_all_else_differs() -> None:
    applied(
        bring_list(
            woman("张梅", unit=UNIT, birth="1970.01", phone="19900000001", since="2018.12.20"),
            day="2018-12-31",
        )
    )

    report = bring_list(
        woman("张梅", unit=UNIT, birth="1988.09", phone="19900000002", since="2021.12.20"),
        day="2021-12-31",
        apply=False,
    )

    assert (report.joined, report.left) == (1, 1)
    assert codes(report, "person_maybe_same")
    assert len(report.questions) == 1


def test_a_list_of_a_day_that_was_known_otherwise_is_said_to_take_its_place() -> None:
    applied(bring_list(*committee(UNIT, *FOUR, since="2018.12.20"), day="2018-12-31"))

    same = bring_list(*committee(UNIT, *FOUR, since="2018.12.20"), day="2018-12-31")
    corrected = bring_list(*committee(UNIT, *FOUR[:3], since="2018.12.20"), day="2018-12-31")

    assert codes(same, "list_replaced") == []
    assert len(codes(corrected, "list_replaced")) == 1


def test_one_forgotten_on_an_old_list_shows_until_when_she_sat() -> None:
    applied(bring_list(*committee(UNIT, *FOUR[:3], since="2018.12.20"), day="2018-12-31"))
    applied(bring_list(*committee(UNIT, *FOUR[:3], since="2018.12.20"), day="2020-12-31"))

    report = bring_list(*committee(UNIT, *FOUR, since="2018.12.20"), day="2018-12-31")

    (line,) = [one for one in report.changes if one.action == "joined"]
    assert line.what.endswith("2018-12-20–2020-12-31")


def test_a_chair_listed_twice_is_one_chair() -> None:
    people = committee(UNIT, *FOUR, since="2018.12.20")

    report = bring_list(*people, people[0], day="2018-12-31", apply=False)

    assert len(codes(report, "person_twice")) == 1
    assert codes(report, "chairs_several") == []
