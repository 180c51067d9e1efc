from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.memo import Findings, Memo
from jinguo.roster.readers.sheet import Cell


def test_every_text_is_read_once() -> None:
    calls: list[Cell] = []

    def read(cell: Cell, found: Findings) -> str:
        calls.append(cell)
        found.add(faults.GENDER_UNKNOWN)
        return "x"

    memo = Memo[str](read, "")
    assert [memo[cell] for cell in ("a", "a", "")] == ["x", "x", ""]
    assert calls == ["a"]
    assert list(memo.faulty) == ["a"]


def test_errors_and_formulas_are_no_values() -> None:
    memo = Memo[str](lambda cell, found: str(cell), "")
    assert memo["#REF!"] == ""
    assert memo["=A1&B1"] == ""
    assert memo["#不是错误"] == "#不是错误"
    assert {cell: found[0].fault.code for cell, found in memo.faulty.items()} == {
        "#REF!": "cell_error",
        "=A1&B1": "formula_uncalculated",
    }
