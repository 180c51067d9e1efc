"""Headings of people who do not sit on the committee: who left, who stands for election."""

import re
from collections.abc import Mapping
from itertools import pairwise

from jinguo.kernel.text import fold

_NOT_SITTING = re.compile(
    r"离任|卸任|离职|退出|落选|候选人?|换届前|改选前|调整前|拟任|拟推荐|推荐人选|提名|候补|往届|历任"
)
_SITTING = re.compile(r"前后|当选|现任|在任|换届后|改选后|调整后")
_ADDED = re.compile(r"增补|补选|新增|增选|替补")
_ADDED_SINCE = re.compile(r"(?:增补|补选|新增|增选|替补)(?:之?后|完)")
_LONGEST = 30
"""Whatever is longer is a sentence and heads nothing."""


def not_sitting(text: str) -> bool:
    """Whether a heading is that of people who do not sit: 「离任人员」, 「候选人名单」."""
    folded = fold(text)
    found = _NOT_SITTING.search(folded) and not _SITTING.search(folded)
    return bool(found) and len(folded) <= _LONGEST and not folded.startswith(("注", "备注", "说明"))


def only_added(text: str) -> bool:
    """Whether a heading is that of those who were added: 「增补执委名单」."""
    folded = fold(text)
    return bool(_ADDED.search(folded)) and not _ADDED_SINCE.search(folded)


def set_aside(marks: Mapping[int, bool], end: int) -> dict[int, range]:
    """The rows below each heading of people who do not sit, up to the next other heading.

    ``marks`` are the rows of headings in order, and whether they are such a heading.
    """
    rows = [*marks, end]
    return {at: range(at + 1, following) for at, following in pairwise(rows) if marks[at]}
