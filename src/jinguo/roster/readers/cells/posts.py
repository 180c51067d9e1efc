"""Posts in a federation, and how they are held."""

import re
from collections.abc import Mapping

from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.levels import level_of
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.text import folded, is_nothing
from jinguo.roster.readers.sheet import Cell
from jinguo.roster.rules.post_words import KINDS as _KINDS
from jinguo.roster.rules.post_words import POSTS as _WORDS

PostAndKind = tuple[Post | None, Kind]

_RANK = {post: rank for rank, post in enumerate(Post)}
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_PLACE = (
    r"(?:(?!原|前|曾|历任|名誉)(?:(?!妇联|妇女|主席|执委|委员|书记|兼)[\u4e00-\u9fff]){1,16}?"
    r"(?:[县区市镇乡村居]|街道|委会|办事处))?"
)
_UNIT = (
    rf"(?:{_PLACE}(?:本|县|乡镇|镇|乡|街道|村|社区|村级|居)*"
    r"(?:妇女联合会|妇联|女联)(?:执委会|执行委员会)?)?"
)
_UNIT_BEFORE_CONGRESS = r"(?:本|村|社区)*"
_NEWLY = r"(?:第[一二三四五六1-6]|增补|补选|新任|女|当选)?"
_ONE = rf"{_NEWLY}(?:{_UNIT}|{_UNIT_BEFORE_CONGRESS})(?:{_ANY})\d?"
_POSTS = re.compile(rf"(?>{_ONE})(?>[、,;/+兼和及&]*{_ONE})*+")
_POST = re.compile(rf"{_NEWLY}({_UNIT}|{_UNIT_BEFORE_CONGRESS})({_ANY})\d?")
_BETWEEN = re.compile(r"[、,;/+&](?![^()]*\))")
_LEFT = re.compile(r"离任|卸任|离职|辞职|辞去|免职|免去|落选")
_ORDINAL = re.compile(r"^\d{1,2}[.、]|^\(\d\)|\(\d\)$")
_PARTS = re.compile(r"(?:[、,;/+兼及&()\[\]【】]|和(?![平谐睦兴顺]))+")
_BRACKETS = re.compile(r"[()\[\]【】<>{}「」《》]")
_KIND = re.compile(r"[不非未](?:专职|驻会|兼职)|专职|驻会|兼职|挂职")
_SHORT_KINDS = {"(兼)": Kind.PART_TIME, "(挂)": Kind.SECONDED, "(专)": Kind.FULL_TIME}
POST_WORDS = {post: word for word, post in reversed(list(_WORDS.items()))}
"""How each post is written in the first place."""
OPTIONS = ("主席", "副主席", "副主席（兼职）", "常委", "执委", "代表")


def read_post(cell: Cell, found: Findings) -> PostAndKind:
    """The highest post the cell names, and its kind where it says so; no post if none fits."""
    text = _ORDINAL.sub("", folded(cell))
    if is_nothing(text):
        found.add(faults.POST_MISSING, options=OPTIONS)
        return None, Kind.UNSTATED
    if _LEFT.search(text):
        found.add(faults.POST_LEFT)
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
    return min((_WORDS[word] for _unit, word in _POST.findall(text)), key=_RANK.__getitem__)


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
    """The kind a text states and the rest of it; none if it states two that exclude each other."""
    for short, kind in _SHORT_KINDS.items():
        if short in text:
            return kind, text.replace(short, "")
    words = _KIND.findall(text)
    kinds = {_kind_of(word) for word in words}
    if Kind.SECONDED in kinds:
        kinds = {Kind.SECONDED}
    return kinds.pop() if len(kinds) == 1 else Kind.UNSTATED, _KIND.sub("", text)


def _kind_of(word: str) -> Kind:
    kind = _KINDS[word[-2:]]
    if len(word) == 2:
        return kind
    return Kind.FULL_TIME if kind is Kind.PART_TIME else Kind.PART_TIME


def posts_by_level(cell: Cell) -> dict[str, PostAndKind]:
    """The highest post at each level a cell names, the empty one for posts of no level.

    「镇妇联执委、村妇联主席」 names posts in two committees. Empty if no level is named.
    """
    found: dict[str, PostAndKind] = {}
    for part in _BETWEEN.split(_ORDINAL.sub("", folded(cell))):
        kind, rest = _split_kind(part)
        rest = _BRACKETS.sub("", rest).strip("、,;/.")
        if not _POSTS.fullmatch(rest):
            continue
        for unit, word in _POST.findall(rest):
            level, post = level_of(unit), _WORDS[word]
            if level not in found or _RANK[post] < _RANK[found[level][0] or post]:
                found[level] = post, kind
    return found if any(found) else {}


def at_level(posts: Mapping[str, PostAndKind], level: str) -> PostAndKind | None:
    """The post of a unit at this level; None if all are held elsewhere, or it cannot be told."""
    if level:
        own = [posts[one] for one in (level, "") if one in posts]
        return min(own, key=lambda one: _RANK[one[0]] if one[0] else len(_RANK), default=None)
    return next(iter(posts.values())) if len(posts) == 1 else None


class PostReader:
    """Reads posts and keeps the cells that say at which level they are held."""

    def __init__(self) -> None:
        self.levels: dict[Cell, dict[str, PostAndKind]] = {}

    def __call__(self, cell: Cell, found: Findings) -> PostAndKind:
        """The highest post, at whatever level."""
        value = read_post(cell, found)
        if value[0] and (levels := posts_by_level(cell)):
            self.levels[cell] = levels
        return value
