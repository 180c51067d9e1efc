import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.enums import Kind, Post
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.posts import read_kind, read_post
from jinguo.roster.readers.sheet import Cell
from tests.roster.readers.cells.reading import faults_of, value_of

NONE, FULL, PART, SECONDED = Kind.UNSTATED, Kind.FULL_TIME, Kind.PART_TIME, Kind.SECONDED


@pytest.mark.parametrize(
    ("words", "post", "kind"),
    [
        ("主席 主　席 妇联主席 村妇联主席 社区妇联主席 主席、执委 执委兼主席", Post.CHAIR, NONE),
        ("主席（专职） 专职主席", Post.CHAIR, FULL),
        ("副主席 妇联副主席 村妇联副主席 第一副主席", Post.VICE_CHAIR, NONE),
        ("副主席1 常务副主席 副主席、执委", Post.VICE_CHAIR, NONE),
        ("副主席（兼职） 副主席(兼职) 兼职副主席", Post.VICE_CHAIR, PART),
        ("(兼职)副主席 副主席(兼) 妇联兼职副主席", Post.VICE_CHAIR, PART),
        ("挂职副主席 副主席（挂职）", Post.VICE_CHAIR, SECONDED),
        ("专职副主席 驻会副主席", Post.VICE_CHAIR, FULL),
        ("副主席（不驻会） 副主席（非专职） 副主席（兼职，不驻会）", Post.VICE_CHAIR, PART),
        ("副主席（挂职，不驻会）", Post.VICE_CHAIR, SECONDED),
        ("和平村妇联主席 石桥镇和平村妇联主席 东门社区妇联主席", Post.CHAIR, NONE),
        ("常委 常务委员 妇联常委", Post.STANDING, NONE),
        ("执委 执　委 委员 委　员 执行委员 妇联执委", Post.EXECUTIVE, NONE),
        ("执委会委员 村妇联执委 1.执委 增补执委", Post.EXECUTIVE, NONE),
        ("代表 妇女代表 妇代会代表", Post.DELEGATE, NONE),
        ("妇代会主任 村妇代会主任 妇女代表会主任", Post.CONGRESS_DIRECTOR, NONE),
        ("妇代会委员 村妇代会委员", Post.CONGRESS_MEMBER, NONE),
    ],
)
def test_every_way_to_write_a_post_is_understood(words: str, post: Post, kind: Kind) -> None:
    for word in words.split(" "):
        assert value_of(read_post, word) == (post, kind), word


@pytest.mark.parametrize(
    "word",
    [
        "书记",
        "会计",
        "名誉主席",
        "妇女主任",
        "村主任",
        "原主席",
        "主席候选人",
        "村委委员",
        "1",
        "妇代会副主任",
        "原和平村妇联主席",
        "和平村妇联名誉主席",
    ],
)
def test_other_offices_are_refused(word: str) -> None:
    assert faults_of(read_post, word) == ((None, NONE), ["post_unknown"])


def test_a_missing_post_is_refused() -> None:
    assert faults_of(read_post, "—") == ((None, NONE), ["post_missing"])


def test_a_column_of_kinds_is_understood() -> None:
    assert value_of(read_kind, "专职") == FULL
    assert value_of(read_kind, "兼") == PART
    assert value_of(read_kind, "") == NONE
    for words in ("兼职（不驻会）", "非专职", "（不驻会）", "不驻会"):
        assert value_of(read_kind, words) == PART
    assert faults_of(read_kind, "专职/兼职") == (NONE, ["kind_unknown"])
    assert faults_of(read_kind, "临时") == (NONE, ["kind_unknown"])


@given(st.one_of(st.text(), st.floats(), st.dates(), st.booleans()))
def test_no_cell_makes_the_reader_fail(cell: Cell) -> None:
    read_post(cell, Findings())
    read_kind(cell, Findings())


@pytest.mark.parametrize("words", ["主席、" * 9000 + "x", "执委委员" * 7000 + "x", "石桥镇" * 9000])
def test_a_very_long_cell_is_no_post_and_takes_no_time(words: str) -> None:
    assert faults_of(read_post, words)[0][0] in (None, Post.CHAIR)
