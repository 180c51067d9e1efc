"""Names of people."""

import re

from jinguo.kernel.text import fold
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.text import is_nothing, plain
from jinguo.roster.readers.sheet import Cell

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff〇"
_USUAL = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NAME = re.compile(rf"[{_HAN}]+(?:·[{_HAN}]+)*|[A-Za-z]+(?:[·'-][A-Za-z]+)*")
_VACANT = re.compile(
    r"\(?(?:空[缺编额位]?|暂?缺[额位员]?|出缺|(?:人选|暂|尚)?[待未](?:定|补|选|补选|增补|选举|确定|选出|配|配齐)|"
    r"(?:暂|尚|目前)?无(?:合适)?人选?|(?:另行?|以后|暂不)(?:增补|补选|选举|确定|安排))\)?"
)
ERASED = "（已应本人要求删除）"
"""What stands for the name of somebody who had herself erased."""

_ERASED = re.compile(r"\(?已应本人要求删除\)?")
_NOBODY = re.compile(r"某|^同上$|^姓名$")
_NOT_A_NAME = re.compile(f"{_NOBODY.pattern}|^{_VACANT.pattern}$")
_SEVERAL = re.compile(r"[、,;/&\n]")
_DOTS = re.compile(r"[•・‧∙●．.]")
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|【.*?】|\*+$")
_COMPOUND = re.compile(
    "欧阳|欧陽|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|"
    "濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|令狐|呼延|"
    "西门|东郭|百里|第五|范姜"
)
"""Surnames of two characters."""

_LONGEST, _LONGEST_DOTTED = 12, 30
_LONGEST_FOREIGN = 40
_LONGEST_NUMBER = 19


def read_name(cell: Cell, found: Findings) -> str:
    """A person's name without spaces; empty if the cell holds none that can be read."""
    if isinstance(cell, str) and _USUAL.fullmatch(cell) and not _NOT_A_NAME.search(cell):
        return cell
    if isinstance(cell, str) and _ERASED.fullmatch(fold(cell)):
        found.add(faults.NAME_ERASED)
        return ""
    if isinstance(cell, str) and _VACANT.fullmatch(fold(cell)):
        found.add(faults.SEAT_VACANT)
        return ""
    if not isinstance(cell, str):
        found.add(faults.NAME_UNREADABLE)
        return ""
    text = plain(cell)
    name = fold(text)
    if is_nothing(name):
        if name:
            found.add(faults.SEAT_VACANT)
        return ""
    if _NOBODY.search(name):
        found.add(faults.NAME_UNREADABLE)
        return ""
    noted = _BRACKETS.sub("", name)
    if noted != name:
        found.add(faults.NAME_NOTE, name=noted)
        name = noted
    if _SEVERAL.search(name.strip("、,;/")) or _several_words(text):
        found.add(faults.NAME_SEVERAL)
        return ""
    return _checked(_DOTS.sub("·", name), found)


def read_person_number(cell: Cell, found: Findings) -> int:
    """The number under which an export told a woman from her name-sakes; 0 where there is none."""
    del found
    digits = fold(plain(cell))
    return int(digits) if digits.isdecimal() and len(digits) < _LONGEST_NUMBER else 0


def _checked(name: str, found: Findings) -> str:
    if not _NAME.fullmatch(name):
        found.add(faults.NAME_UNREADABLE)
        return ""
    longest = _LONGEST_DOTTED if "·" in name else _LONGEST
    if len(name) > (_LONGEST_FOREIGN if name.isascii() else longest):
        found.add(faults.NAME_TOO_LONG)
        return ""
    if len(name) == 1:
        found.add(faults.NAME_SHORT)
    return name


def _several_words(text: str) -> bool:
    """「李梅 王芳」 and two lines are two names; 「李 梅」 and 「欧阳 丽娜」 are one."""
    words = text.split()
    if len(words) < 2 or any(len(word) < 2 for word in words) or text.isascii():
        return False
    return not (len(words) == 2 and _COMPOUND.fullmatch(words[0]))
