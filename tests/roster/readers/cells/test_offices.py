"""What stands in rosters besides names and posts: vacancies and other offices."""

import pytest

from jinguo.roster.enums import Kind, Post
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.names import read_name
from jinguo.roster.readers.cells.posts import read_post


@pytest.mark.parametrize(
    "text",
    [
        *("空缺", "（空缺）", "暂缺", "待定", "出缺", "缺额", "待补选", "未定", "暂无人选", "空编"),
        *("另行增补", "人选待定", "暂未确定", "尚无人选"),
    ],
)
def test_a_vacancy_is_nobody_and_is_listed(text: str) -> None:
    found = Findings()

    assert read_name(text, found) == ""
    assert [one.fault.code for one in found] == ["seat_vacant"]


@pytest.mark.parametrize(
    ("text", "post", "kind"),
    [
        ("村妇联主席、计生专干", Post.CHAIR, Kind.UNSTATED),
        ("副主席兼出纳", Post.VICE_CHAIR, Kind.UNSTATED),
        ("执委（网格员）", Post.EXECUTIVE, Kind.UNSTATED),
        ("村党支部书记兼妇联主席", Post.CHAIR, Kind.UNSTATED),
        ("会计、副主席（兼职）", Post.VICE_CHAIR, Kind.PART_TIME),
    ],
)
def test_the_post_is_read_from_among_other_offices(text: str, post: Post, kind: Kind) -> None:
    found = Findings()

    assert read_post(text, found) == (post, kind)
    assert [one.fault.code for one in found] == ["post_among_others"]


@pytest.mark.parametrize("text", ["会计", "主席助理", "名誉主席", "村妇女主任、会计"])
def test_other_offices_alone_are_no_post(text: str) -> None:
    found = Findings()

    assert read_post(text, found)[0] is None
    assert [one.fault.code for one in found] == ["post_unknown"]
