"""Title, lines and names around a list that has no column of units."""

import pytest

from tests.factories.imports import applied, bring, found, periods, refusals
from tests.factories.workbooks import book_of, committee, sheet

pytestmark = pytest.mark.usefixtures("linshan")

ROCK, SAND = "430999100", "430999101"
LINE = ["", "", "", "填报日期：2019年3月1日"]


def place_of(*above: str, sheet_name: str = "名册", file: str = "名册.xlsx") -> list[str]:
    """Where a list with these lines above its headings goes; what refuses it, if it is."""
    rows = sheet(*committee("", "张梅", "李兰"))
    rows = [*([line] for line in above), LINE, *rows[2:]]
    report = bring((file, book_of({sheet_name: rows})))
    if report.refused:
        return [code for code, _cell in refusals(report)]
    applied(report)
    return sorted({code for code, *_rest in periods()})


def test_a_remark_that_speaks_of_a_village_does_not_decide() -> None:
    assert place_of("红岩镇妇联执委名册", "大坪村妇联另行报送") == [f"{ROCK}000"]


def test_a_sheet_called_after_the_township_of_the_title_is_no_question() -> None:
    assert place_of("白沙乡妇联执委名册", sheet_name="白沙") == [f"{SAND}000"]


@pytest.mark.parametrize(
    ("above", "sheet_name"),
    [
        (("红岩镇妇联执委名册", "大坪村妇联"), "名册"),
        (("红岩镇村妇联执委名册", "大坪村妇联"), "名册"),
        (("临山县妇联执委名册",), "大坪村"),
    ],
)
def test_a_village_named_beside_the_title_is_taken(above: tuple[str, ...], sheet_name: str) -> None:
    assert place_of(*above, sheet_name=sheet_name) == [f"{ROCK}201"]


def test_a_title_of_a_village_reported_by_its_township_is_no_question() -> None:
    assert place_of("大坪村妇联执委名册", "填报单位：红岩镇妇联") == [f"{ROCK}201"]


@pytest.mark.parametrize(
    ("above", "how"),
    [
        (("红岩镇妇联执委名册", "填报单位：大坪村妇联"), {}),
        (("红岩镇妇联执委名册", "瑶山村妇联"), {}),
        (("红岩镇妇联执委名册",), {"sheet_name": "大坪村"}),
        (("大坪村妇联执委名册",), {"sheet_name": "新街社区"}),
        (("红岩镇妇联执委名册",), {"file": "白沙乡妇联.xlsx"}),
    ],
)
def test_a_text_that_contradicts_the_title_is_asked_about(
    above: tuple[str, ...], how: dict[str, str]
) -> None:
    assert place_of(*above, **how) == ["unit_contradicted"]


def test_the_question_names_both_texts_and_both_units() -> None:
    rows = sheet(*committee("", "张梅", "李兰"), title="红岩镇妇联执委名册")
    report = bring(("名册.xlsx", book_of({"大坪村": rows})))
    (problem,) = [one for one in report.problems if one.severity == "refuse"]
    assert problem.options == ("红岩镇", "红岩镇大坪村")
    assert "红岩镇妇联执委名册" in problem.message
    assert "大坪村" in problem.message


def test_a_line_that_is_no_unit_is_refused_at_its_cell() -> None:
    rows = sheet(*committee("", "张梅", "李兰"), title="红岩镇大坪村妇联执委名册")
    rows.insert(4, ["本次换届工作圆满完成"])
    report = bring(("名册.xlsx", book_of({"名册": rows})))
    assert ("refuse", "unit_unknown", "A5") in found(report)
