"""What the words of a search are taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.rules.search_words import LONGEST, MOST_WORDS, Sort, words_of


def sorts(text: str) -> list[tuple[str, str]]:
    """Each word and what it was taken for."""
    return [(one.text, one.sort.value) for one in words_of(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("李梅", [("李梅", "words")]),
        ("li mei", [("li", "letters"), ("mei", "letters")]),
        ("李mei", [("李", "words"), ("mei", "letters")]),
        ("石下　副主席，lm", [("石下", "words"), ("副主席", "words"), ("lm", "letters")]),
        ("ＬＭ", [("lm", "letters")]),
        ("0001", [("0001", "ending")]),
        ("199****0001", [("0001", "ending")]),
        ("199 0500 0001", [("19905000001", "number")]),
        ("0598-5320001", [("05985320001", "number")]),
        ("350423202", [("350423202", "code")]),
        ("12", [("12", "none")]),
        ("①", [("①", "words")]),
        ("阿依古丽·买买提", [("阿依古丽·买买提", "words")]),
        ("妇联", []),
        ("？！ '", []),
        ("", []),
    ],
)
def test_words_part_by_what_they_are_made_of(typed: str, meant: list[tuple[str, str]]) -> None:
    assert sorts(typed) == meant


def test_posts_and_kinds_are_known_by_their_words() -> None:
    (one,) = words_of("兼职副主席")

    assert (one.posts, one.kind) == (("vice_chair",), "part_time")
    assert words_of("兼职")[0].kind == "part_time"
    assert words_of("主席")[0].posts == ("chair",)


def test_a_count_of_executives_is_the_whole_committee() -> None:
    assert words_of("执委")[0].posts == ("chair", "vice_chair", "standing", "executive")


def test_a_unit_goes_without_its_federation() -> None:
    assert words_of("石下村妇联")[0].unit == "石下村"


@given(st.text())
def test_whatever_is_typed_is_words_that_are_short_and_few(text: str) -> None:
    words = words_of(text)

    assert len(words) <= MOST_WORDS
    assert all(0 < len(one.text) <= LONGEST and one.sort in Sort for one in words)
