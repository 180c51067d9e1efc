"""Names by strokes of the surname."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.elections.rules.strokes import in_order, strokes, surname, unplaced


def test_fewer_strokes_come_first() -> None:
    assert in_order(["黄兰", "丁香", "李梅", "王芳"]) == ["丁香", "王芳", "李梅", "黄兰"]


def test_of_as_many_strokes_the_order_of_the_strokes_decides() -> None:
    assert in_order(["何英", "李英", "吴英", "陈英"]) == ["李英", "吴英", "何英", "陈英"]


def test_of_one_surname_a_single_given_name_stands_first_then_its_strokes() -> None:
    assert in_order(["李翠兰", "李燕", "李小梅", "李丹"]) == ["李丹", "李燕", "李小梅", "李翠兰"]


def test_a_compound_surname_stands_with_its_first_character() -> None:
    assert surname("欧阳兰") == "欧阳"
    assert surname("欧兰") == "欧"
    assert in_order(["欧阳兰", "欧兰", "陈兰"]) == ["陈兰", "欧兰", "欧阳兰"]


def test_a_name_the_table_does_not_cover_stands_last_and_is_named() -> None:
    assert in_order(["㛃梅", "黄兰"]) == ["黄兰", "㛃梅"]
    assert unplaced(["㛃梅", "黄兰"]) == ["㛃梅"]


@pytest.mark.parametrize(
    ("character", "number"),
    [("丁", 2), ("马", 3), ("邓", 4), ("叶", 5), ("许", 6), ("陈", 7), ("郑", 8), ("赵", 9),
     ("徐", 10), ("黄", 11), ("谢", 12), ("赖", 13), ("廖", 14), ("黎", 15), ("薛", 16),
     ("魏", 17)],
)  # fmt: skip
def test_common_surnames_have_their_strokes(character: str, number: int) -> None:
    assert strokes(character) == number


@given(st.lists(st.text("李王欧阳㛃芳 梅", min_size=1, max_size=4), max_size=6))
def test_any_list_of_names_has_one_order(names: list[str]) -> None:
    assert in_order(names) == in_order(reversed(in_order(names)))
