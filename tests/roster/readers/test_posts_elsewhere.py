"""One cell may name posts in two committees; that of the list counts."""

import pytest

from jinguo.roster.enums import Kind, Post
from jinguo.roster.readers import RosterFile
from tests.roster.readers.workbooks import found, person, read, roster


def _read(post: str, unit: str) -> RosterFile:
    return read(roster(person(post=post, unit=unit)))


@pytest.mark.parametrize(
    ("words", "unit", "post"),
    [
        ("镇妇联执委、村妇联主席", "石桥镇妇联", Post.EXECUTIVE),
        ("镇妇联执委、村妇联主席", "石桥镇和平村", Post.CHAIR),
        ("镇妇联执委兼和平村妇联主席", "石桥镇", Post.EXECUTIVE),
        ("执委、和平村妇联主席", "石桥镇妇联", Post.EXECUTIVE),
        ("主席、镇妇联执委", "和平村妇联", Post.CHAIR),
    ],
)
def test_the_post_at_the_level_of_the_unit_is_read(words: str, unit: str, post: Post) -> None:
    file = _read(words, unit)
    assert [row.post for row in file.sheets[0].rows] == [post]
    assert {code for code, *_ in found(file)} <= {"post_among_others"}


def test_the_kind_goes_with_the_post_of_its_committee() -> None:
    (row,) = _read("镇妇联副主席（兼职）、村妇联主席（专职）", "石桥镇妇联").sheets[0].rows
    assert (row.post, row.kind) == (Post.VICE_CHAIR, Kind.PART_TIME)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("村妇联主席", "石桥镇妇联"),
        ("镇妇联执委", "石桥镇和平村妇联"),
        ("镇妇联执委、村妇联主席", "和平"),
    ],
)
def test_posts_of_other_committees_are_asked_about(words: str, unit: str) -> None:
    file = _read(words, unit)
    assert found(file) == [("post_elsewhere", "I4", "refuse")]
    assert file.problems[0].options
    assert file.sheets[0].rows == []


def test_the_title_says_the_level_where_no_row_does() -> None:
    rows = [["石桥镇妇联执委名册"], ["姓名", "妇联职务"], ["李梅", "镇妇联执委、村妇联主席"]]
    assert [row.post for row in read(rows).sheets[0].rows] == [Post.EXECUTIVE]


@pytest.mark.parametrize("words", ["村妇联主席", "妇联主席", "和平村妇联主席", "主席"])
def test_a_post_at_the_level_of_the_unit_is_read_without_a_word(words: str) -> None:
    assert _read(words, "石桥镇和平村妇联").problems == []
