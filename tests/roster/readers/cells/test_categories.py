import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.readers import Vocabulary
from jinguo.roster.readers.cells.categories import CategoryReader
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.sheet import Cell
from tests.roster.readers.cells.reading import faults_of, value_of
from tests.roster.readers.workbooks import CATEGORIES, VOCABULARY

read = CategoryReader(VOCABULARY)
NAMES = list(CATEGORIES)
MARKS = "①②③④⑤"
SEPARATORS = ("、", "，", ",", ";", "；", "/", " ", "　", "\n", "+")


@given(
    st.lists(st.integers(0, 10), unique=True, min_size=1),
    st.sampled_from([*SEPARATORS, ""]),
    st.sampled_from(
        ["{name}", "{mark}{name}", "{mark} {name}", "{mark}.{name}", "{name}（{mark}）"]
    ),
)
def test_any_set_of_names_is_read_in_every_style(
    numbers: list[int], between: str, style: str
) -> None:
    if between == "" and style.endswith("）"):
        between = "、"
    texts = []
    for n in numbers:
        mark = MARKS[n] if n < 5 else ""
        texts.append(style.format(name=NAMES[n], mark=mark) if mark else NAMES[n])
    expected = tuple(CATEGORIES[NAMES[n]] for n in numbers)
    assert value_of(read, between.join(texts)) == expected


@given(
    st.lists(st.integers(1, 5), unique=True, min_size=1),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["①②③④⑤", "12345", "⑴⑵⑶⑷⑸", "❶❷❸❹❺", "一二三四五", "１２３４５", "⒈⒉⒊⒋⒌"]),
    st.sampled_from(["{}", "({})", "（{}）"]),
)
def test_any_set_of_marks_is_read_in_every_style(
    numbers: list[int], between: str, marks: str, style: str
) -> None:
    text = between.join(style.format(marks[n - 1]) for n in numbers)
    assert value_of(read, text) == tuple(CATEGORIES[NAMES[n - 1]] for n in numbers)


@pytest.mark.parametrize(
    ("cell", "slugs"),
    [
        ("①③⑤", ("mediator", "entrepreneur", "family_educator")),
        ("135", ("mediator", "entrepreneur", "family_educator")),
        (135.0, ("mediator", "entrepreneur", "family_educator")),
        (1.3, ("mediator", "entrepreneur")),
        ("1.调解女能手 2.文艺女骨干", ("mediator", "artist")),
        ("调 解 女 能 手", ("mediator",)),
        ("⑥企业女代表", ("enterprise",)),
        ("无", ()),
        ("", ()),
    ],
)
def test_mixed_styles(cell: Cell, slugs: tuple[str, ...]) -> None:
    assert value_of(read, cell) == slugs


def test_where_mark_and_name_differ_the_name_is_believed() -> None:
    assert faults_of(read, "③文艺女骨干") == (("artist",), ["category_differs"])


def test_what_is_unknown_is_kept_and_the_nearest_name_offered() -> None:
    findings = Findings()
    assert read("创业能手；①", findings) == ("?创业能手", "mediator")
    assert findings[0].fault.code == "category_unknown"
    assert findings[0].options == ("创业女能手",)
    assert faults_of(read, "⑨") == (("?⑨",), ["category_unknown"])
    assert faults_of(read, "99") == (("?99",), ["category_unknown"])


def test_a_county_without_categories_keeps_everything_as_unknown() -> None:
    bare = CategoryReader(Vocabulary())
    assert faults_of(bare, "①") == (("?①",), ["category_unknown"])


@given(st.one_of(st.text(), st.floats(), st.dates(), st.booleans()))
def test_no_cell_makes_the_reader_fail(cell: Cell) -> None:
    read(cell, Findings())


@pytest.mark.parametrize("cell", ["①-③", "①—③", "①至③", "1-3", "①~③", "（1）-（3）"])
def test_a_range_of_marks_holds_what_lies_between(cell: str) -> None:
    assert value_of(read, cell) == tuple(CATEGORIES[name] for name in NAMES[:3])


def test_the_name_of_the_rule_is_no_category() -> None:
    assert faults_of(read, "5+N") == (("?5+N",), ["category_unknown"])
    assert faults_of(read, "5+N：①") == (("?5+N", "mediator"), ["category_unknown"])
