"""Posts in a federation, and how they are held."""

import re

from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.text import folded, is_nothing
from jinguo.roster.readers.sheet import Cell

PostAndKind = tuple[Post | None, Kind]

_RANK = {post: rank for rank, post in enumerate(Post)}
_WORDS = {
    "主席": Post.CHAIR,
    "副主席": Post.VICE_CHAIR,
    "常务副主席": Post.VICE_CHAIR,
    "常委": Post.STANDING,
    "常务委员": Post.STANDING,
    "常务执委": Post.STANDING,
    "常委会委员": Post.STANDING,
    "执委": Post.EXECUTIVE,
    "执委委员": Post.EXECUTIVE,
    "执委会委员": Post.EXECUTIVE,
    "执委会成员": Post.EXECUTIVE,
    "执行委员": Post.EXECUTIVE,
    "执行委员会委员": Post.EXECUTIVE,
    "委员": Post.EXECUTIVE,
    "代表": Post.DELEGATE,
    "妇女代表": Post.DELEGATE,
    "妇女代表大会代表": Post.DELEGATE,
    "妇代会代表": Post.DELEGATE,
    "妇代会主任": Post.CONGRESS_DIRECTOR,
    "妇女代表会主任": Post.CONGRESS_DIRECTOR,
    "妇女代表会议主任": Post.CONGRESS_DIRECTOR,
    "妇代会委员": Post.CONGRESS_MEMBER,
    "妇代会成员": Post.CONGRESS_MEMBER,
    "妇女代表会委员": Post.CONGRESS_MEMBER,
    "妇女代表会议委员": Post.CONGRESS_MEMBER,
}
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_UNIT = (
    r"(?:(?:本|县|乡镇|镇|乡|街道|村|社区|村级|居)*(?:妇女联合会|妇联|女联)(?:执委会|执行委员会)?)?"
)
_UNIT_BEFORE_CONGRESS = r"(?:本|村|社区)*"
_NEWLY = r"(?:第[一二三四五六1-6]|增补|补选|新任|女|当选)?"
_ONE = rf"{_NEWLY}(?:{_UNIT}|{_UNIT_BEFORE_CONGRESS})({_ANY})\d?"
_POSTS = re.compile(rf"(?:{_ONE})(?:[、,;/+兼和及&]*(?:{_ONE}))*")
_POST = re.compile(_ONE)
_ORDINAL = re.compile(r"^\d{1,2}[.、]|^\(\d\)|\(\d\)$")
_PARTS = re.compile(r"[、,;/+兼和及&()\[\]【】]+")
_BRACKETS = re.compile(r"[()\[\]【】<>{}「」《》]")
_KINDS = {
    "专职": Kind.FULL_TIME,
    "驻会": Kind.FULL_TIME,
    "兼职": Kind.PART_TIME,
    "挂职": Kind.SECONDED,
}
_SHORT_KINDS = {"(兼)": Kind.PART_TIME, "(挂)": Kind.SECONDED, "(专)": Kind.FULL_TIME}
OPTIONS = ("主席", "副主席", "副主席（兼职）", "常委", "执委", "代表")


def read_post(cell: Cell, found: Findings) -> PostAndKind:
    """The highest post the cell names, and its kind where it says so; no post if none fits."""
    text = _ORDINAL.sub("", folded(cell))
    if is_nothing(text):
        found.add(faults.POST_MISSING, options=OPTIONS)
        return None, Kind.UNSTATED
    kind, rest = _split_kind(text)
    rest = _BRACKETS.sub("", rest).strip("、,;/.")
    if _POSTS.fullmatch(rest):
        return _highest(rest), kind
    ours = [part for part in _PARTS.split(_split_kind(text)[1]) if _POSTS.fullmatch(part)]
    if not ours:
        found.add(faults.POST_UNKNOWN, options=OPTIONS)
        return None, Kind.UNSTATED
    post = _highest("、".join(ours))
    found.add(faults.POST_AMONG_OTHERS, read=str(post.label))
    return post, kind


def _highest(text: str) -> Post:
    return min((_WORDS[word] for word in _POST.findall(text)), key=_RANK.__getitem__)


def read_kind(cell: Cell, found: Findings) -> Kind:
    """What a column 专职/兼职/挂职 says."""
    text = folded(cell)
    if is_nothing(text):
        return Kind.UNSTATED
    kind, rest = _split_kind(text if len(text) > 1 else f"({text})")
    if kind is Kind.UNSTATED or len(rest) > 6:
        found.add(faults.KIND_UNKNOWN, options=("专职", "兼职", "挂职"))
    return kind


def _split_kind(text: str) -> tuple[Kind, str]:
    for short, kind in _SHORT_KINDS.items():
        if short in text:
            return kind, text.replace(short, "")
    for word, kind in _KINDS.items():
        if word in text:
            return kind, text.replace(word, "")
    return Kind.UNSTATED, text
