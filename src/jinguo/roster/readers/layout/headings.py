"""Which column of a roster is which, told from its heading."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from jinguo.kernel.text import fold
from jinguo.roster.readers.columns import COLUMNS, ID_NUMBER

PARENT = "\x1f"
"""Stands between a heading and the one merged over it."""

_PATTERNS = {
    one.name: tuple((score, re.compile(form)) for score, form in one.headings)
    for one in COLUMNS.values()
}
_NUMBERING = re.compile(r"^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])[)、.．:]+(?=\D)")
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】")
_DECORATION = re.compile(r"[*＊:：?。\"'“”「」【】\[\]<>《》_·]+")
_LONGEST = 40
NONE: Mapping[str, str] = MappingProxyType({})
_OF_ANOTHER = re.compile(
    r"(?:配偶|丈夫|爱人|家属|子女|孩子|父亲|母亲|家长|紧急联系人).*|联系人(?:姓名)?"
)
"""Headings that speak of somebody beside the member."""
_NOT_PHONE = re.compile(r"邮|微信|qq|门牌|银行|卡号|家属|紧急")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list: field → column from 0, and those that belong to no field.

    ``ticks`` are columns headed by a category, whose cells only say whether it is hers.
    """

    fields: dict[str, int]
    unknown: tuple[tuple[int, str], ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()
    headings: tuple[str, ...] = ()
    ticks: Mapping[int, str] = field(default_factory=dict)

    @property
    def known(self) -> int:
        """How many columns were recognised, the running number aside."""
        return len(self.fields) - ("number" in self.fields) + len(self.left_out)

    @property
    def is_list(self) -> bool:
        """Whether these are plausibly the headings of a list of people."""
        fields = self.fields
        return "name" in fields and ("post" in fields or self.known >= 3)


def match_headings(headings: Sequence[str], categories: Mapping[str, str] = NONE) -> Columns:
    """Give every field the column that fits best; each column serves one field only.

    ``categories`` are the folded names that may head a column of ticks, each with its slug.
    """
    ticks = tick_columns(headings, categories)
    claims = []
    for column, heading in enumerate(headings):
        for name, score in () if column in ticks else scores(heading):
            claims.append((-score, column, name))
    fields: dict[str, int] = {}
    left_out: list[tuple[int, str]] = []
    taken = set(ticks)
    for _, column, name in sorted(claims):
        if column in taken or (name in fields and name != ID_NUMBER):
            continue
        taken.add(column)
        if name == ID_NUMBER:
            left_out.append((column, _shown(headings[column])))
        else:
            fields[name] = column
    if "unit" not in fields and "township" in fields:
        fields["unit"] = fields.pop("township")
    rest = [(at, _shown(text)) for at, text in enumerate(headings) if at not in taken]
    unknown = tuple((at, text) for at, text in rest if text)
    shown = tuple(_shown(text) for text in headings if text)
    return Columns(fields, unknown, tuple(left_out), shown, ticks)


def tick_columns(headings: Sequence[str], categories: Mapping[str, str]) -> dict[int, str]:
    """The columns headed by a category of their own: one alone may be another heading."""
    found = {}
    for column, heading in enumerate(headings) if categories else ():
        parent, _, own = heading.rpartition(PARENT)
        text = _NUMBERING.sub("", fold(own.strip().lstrip(_MARKS)))
        slug = categories.get(text) or categories.get(_bare(text))
        if slug:
            found[column] = slug, "categories" in dict(scores(parent))
    sure = len(found) > 1 or any(below for _, below in found.values())
    return {column: slug for column, (slug, _) in found.items()} if sure else {}


@lru_cache(maxsize=4096)
def scores(heading: str) -> tuple[tuple[str, int], ...]:
    """The fields a heading may mean, each with how well it fits."""
    parent, _, own = heading.rpartition(PARENT)
    forms = _forms(own) | ({_bare(parent) + _bare(own)} if parent else set())
    found: dict[str, int] = {}
    for form in forms if not any(map(_OF_ANOTHER.fullmatch, forms)) else ():
        for name, patterns in _PATTERNS.items():
            if name == "phone" and _NOT_PHONE.search(form):
                continue
            best = max((score for score, pattern in patterns if pattern.fullmatch(form)), default=0)
            if best > found.get(name, 0):
                found[name] = best
    if ID_NUMBER in found:
        return ((ID_NUMBER, found[ID_NUMBER]),)
    return tuple(found.items())


def _forms(text: str) -> set[str]:
    """The heading with and without what stands in brackets: 「所在村（社区）」."""
    folded = _NUMBERING.sub("", fold(text)).lower()
    if not folded or len(folded) > _LONGEST:
        return set()
    without = _BRACKETS.sub("", folded)
    inside = re.sub(r"[()]", "", folded)
    return {_DECORATION.sub("", form) for form in (without, inside)} - {""}


def _bare(text: str) -> str:
    return _DECORATION.sub("", _BRACKETS.sub("", fold(text))).lower()


def _shown(heading: str) -> str:
    return " / ".join(" ".join(part.split()) for part in heading.split(PARENT)).strip()
