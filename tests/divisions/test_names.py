"""Names of places: what people call them, and what of the name is its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.divisions.rules import codes
from jinguo.divisions.rules.names import close, corrected, short, stem


@pytest.mark.parametrize(
    ("name", "level", "called"),
    [
        ("石下村委会", 5, "石下村"),
        ("城东村委会", 5, "城东村"),
        ("李村村委会", 5, "李村"),
        ("李村村村委会", 5, "李村"),
        ("新村村委会", 5, "新村"),
        ("新村村村委会", 5, "新村"),
        ("嵩溪畲族村村民委员会", 5, "嵩溪畲族村"),
        ("基头畲族村民委员会", 5, "基头畲族村"),
        ("新街社区居委会", 5, "新街社区"),
        ("天康社区居民委员会", 5, "天康社区"),
        ("城关居委会", 5, "城关社区"),
        ("东山村居委会", 5, "东山村"),
        ("村委会", 5, "村委会"),
        ("林畲镇", 4, "林畲镇"),
        ("东城街道办事处", 4, "东城街道"),
        ("清流县", 3, "清流县"),
    ],
)
def test_short_is_what_people_say(name: str, level: int, called: str) -> None:
    assert short(name, level) == called


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("嵩溪村委会", "嵩溪畲族村村民委员会", 5),
        ("基头村委会", "基头畲族村民委员会", 5),
        ("新村村委会", "新村村村委会", 5),
        ("东山村委会", "东山社区居民委员会", 5),
        ("林畲乡", "林畲镇", 4),
        ("林畲畲族乡", "林畲镇", 4),
        ("城关镇", "城关街道办事处", 4),
        ("沙县", "沙县区", 3),
        ("景宁县", "景宁畲族自治县", 3),
    ],
)
def test_kinds_and_peoples_are_not_part_of_the_stem(one: str, other: str, level: int) -> None:
    assert stem(one, level) == stem(other, level)


def test_a_name_that_is_nothing_but_its_kind_is_kept() -> None:
    assert stem("村", 5) == "村"
    assert stem("畲族乡", 4) == "畲族"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("太山", "泰山", True),
        ("东山", "大东山", True),
        ("东山", "胜利", False),
        ("李", "李坊", False),
        ("太", "泰", False),
    ],
)
def test_close_is_one_character_or_one_inside_the_other(
    one: str, other: str, expected: bool
) -> None:
    assert close(one, other) is close(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("太山", "泰山", True),
        ("下平", "下坪", True),
        ("东山", "大东山", True),
        ("上坪", "下坪", False),
        ("东坑", "西坑", False),
        ("南山", "北山", False),
        ("东山", "胜利", False),
        ("太", "泰", False),
    ],
)
def test_only_what_sounds_the_same_is_a_correction(one: str, other: str, expected: bool) -> None:
    assert corrected(one, other) is corrected(other, one) is expected


@given(st.from_regex(r"[1-9][0-9]{11}", fullmatch=True))
def test_a_code_lies_within_the_bounds_of_everything_above_it(code: str) -> None:
    for above in codes.above(code):
        lowest, highest = codes.bounds(codes.prefix_of(above, codes.level_of(above)))
        assert lowest <= above <= code < highest


@given(st.text())
def test_only_digits_in_the_right_number_are_a_code(text: str) -> None:
    full = codes.full(text)
    assert full is None or (len(full) == 12 and full.startswith(text.strip()))
