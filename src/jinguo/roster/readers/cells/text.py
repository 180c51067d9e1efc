"""Cells that are words: units, schooling, party, occupation, remarks."""

import re
import unicodedata

from jinguo.kernel.text import fold, numbers_masked
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.sheet import Cell, display, without_id_numbers

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_QUOTED = re.compile(r'="(.*)"', re.DOTALL)
_NOTHING = {"", "无", "-", "--", "—", "——", "/", "\\", "、", ".", "空", "暂无", "没有"}
_RESIGNED = re.compile(r"辞去|不再(?:担)?任|卸任|退出执委|免去|落选|不再是")
"""离任, 调离, 免职 and the like are found when the row is placed."""
_NO_LONGER = re.compile(
    r"否|不|n|no|×|0|(?:不|未|不再|已不)(?:在任|担任|在职|任)|"
    r"已?(?:离任|卸任|离职|辞职|免职|调离|调走|退休|去世|退出|终止|落选|辞去|离开).{0,6}"
)
_STILL = re.compile(
    r"|是|有|√|✓|✔|1|y|yes|-|—|/|(?:仍|现|继续)?(?:在任|在职|现任|任职|当选|连任|正常|新任)"
)
_POLITICAL = {
    "党员": "中共党员",
    "中共": "中共党员",
    "共产党员": "中共党员",
    "中国共产党党员": "中共党员",
    "预备党员": "中共预备党员",
    "团员": "共青团员",
    "共青团": "共青团员",
    "中国共青团员": "共青团员",
    "普通群众": "群众",
    "一般群众": "群众",
    "群从": "群众",
}
_EDUCATION = {
    "大学": "本科",
    "大学本科": "本科",
    "全日制本科": "本科",
    "大学专科": "大专",
    "专科": "大专",
    "大专学历": "大专",
    "本科学历": "本科",
    "高中学历": "高中",
    "初中学历": "初中",
    "硕士": "研究生",
    "硕士研究生": "研究生",
    "高职": "大专",
}
_GENDERS = {"女": "女", "女性": "女", "f": "女", "female": "女", "妇": "女"}
_GENDERS |= {"男": "男", "男性": "男", "m": "男", "male": "男"}


def plain(cell: Cell) -> str:
    """The cell as text without apostrophes, ="…" wrappings and invisible characters."""
    text = _INVISIBLE.sub("", display(cell)).strip()
    if text.startswith('="') and (quoted := _QUOTED.fullmatch(text)):
        text = quoted[1]
    return text.strip("'’‘`＇").strip()


def folded(cell: Cell) -> str:
    """The cell as text that compares equal however it was typed."""
    return fold(plain(cell))


def is_nothing(text: str) -> bool:
    """Whether a folded text is one of the ways to write that there is nothing to say."""
    return text in _NOTHING


DITTO = frozenset({"同上", "同 上", "同　上", "〃", "〞", "″", "''", '"', "”", "同前", "上同"})
"""What people write instead of repeating the cell above."""


def read_unit(cell: Cell, found: Findings) -> str:
    """The name of a unit, folded."""
    del found
    return folded(cell)


def read_words(cell: Cell, found: Findings) -> str:
    """Free words: full-width forms narrowed, runs of spaces made one, no identity numbers.

    Mobile numbers are masked: only the column of numbers is sealed and masked on every page.
    """
    text = " ".join(unicodedata.normalize("NFKC", plain(cell)).split())
    if is_nothing(text):
        return ""
    cleaned = without_id_numbers(text)
    if cleaned != text:
        found.add(faults.ID_NUMBER_REMOVED)
    shown: str = numbers_masked(cleaned)
    if shown != cleaned:
        found.add(faults.PHONE_ELSEWHERE)
    return shown


def read_remark(cell: Cell, found: Findings) -> str:
    """Free words; those that say that she has left are warned about."""
    text = read_words(cell, found)
    if _RESIGNED.search(text):
        found.add(faults.REMARK_LEAVING)
    return text


def read_sitting(cell: Cell, found: Findings) -> bool:
    """Whether a column 是否在任 or 状态 says that she sits."""
    text = folded(cell)
    if _NO_LONGER.fullmatch(text):
        found.add(faults.PERSON_NOT_SITTING)
        return False
    if not _STILL.fullmatch(text):
        found.add(faults.SITTING_UNKNOWN, options=("在任", "离任"))
    return True


def read_ethnicity(cell: Cell, found: Findings) -> str:
    """汉 → 汉族; anything else as it is."""
    del found
    text = folded(cell)
    if is_nothing(text):
        return ""
    return text if text.endswith(("族", "人")) or len(text) > 5 else f"{text}族"


def read_political(cell: Cell, found: Findings) -> str:
    """党员 → 中共党员, 团员 → 共青团员; anything else as it is."""
    del found
    text = folded(cell)
    return "" if is_nothing(text) else _POLITICAL.get(text, text)


def read_education(cell: Cell, found: Findings) -> str:
    """大学本科 → 本科; anything else as it is."""
    del found
    text = folded(cell)
    return "" if is_nothing(text) else _EDUCATION.get(text, text)


def read_gender(cell: Cell, found: Findings) -> str:
    """女 or 男; a man on the list is no error."""
    text = folded(cell)
    if is_nothing(text):
        return ""
    gender = _GENDERS.get(text.lower(), "")
    if not gender:
        found.add(faults.GENDER_UNKNOWN, options=("女", "男"))
    return gender
