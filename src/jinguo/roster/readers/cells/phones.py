"""Telephone numbers."""

import re

from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.text import folded, is_nothing, plain
from jinguo.roster.readers.sheet import Cell

_MOBILE = re.compile(r"1\d{10}")
_LANDLINE = re.compile(r"(0\d{2,3})-?(\d{7,8})(?:-(\d{1,6}))?")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_COUNTRY = re.compile(r"^(?:\+|00)?86-?(?=1\d{10}|0?\d{2,3}-)")
_BETWEEN = re.compile(
    r"[(（]?(?:短号|小号|集群网?号?|虚拟网号?)[:：]?|[/\\、,;，；|\n\r]+|或"
    r"|(?<=\d)\s{2,}(?=[01]\d)|(?<=\d{11})\s+(?=\d)"
)
_BRACKETS = re.compile(r"\((0\d{2,3})\)")
_DASHES = str.maketrans({"—": "-", "–": "-", "‐": "-", "−": "-", "_": "-", "－": "-"})
_WORDS = re.compile(r"[^\d+*xX-]+")
_MASK = re.compile(r"[*＊xX×]{2,}")
_LETTER = re.compile(r"\d[OoIl|]|[OoIl|]\d")
_LOOKALIKES = str.maketrans("OoIl|", "00111")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")


def read_phone(cell: Cell, found: Findings) -> str:
    """Digits of the number; an area code keeps its dash. Empty if it cannot be used."""
    if isinstance(cell, str):
        text = cell if len(cell) == 11 else plain(cell)
    elif isinstance(cell, float) and cell.is_integer():
        text = str(int(cell))
    else:
        text = plain(cell)
    if len(text) == 11 and text[0] == "1" and text.isascii() and text.isdigit():
        return text
    bare = folded(text)
    if is_nothing(bare):
        return ""
    if _MOBILE.fullmatch(bare):
        return bare
    if _LETTER.search(bare) and _MOBILE.fullmatch(meant := bare.translate(_LOOKALIKES)):
        found.add(faults.PHONE_UNREADABLE, options=(meant,))
        return ""
    if _SCIENTIFIC.fullmatch(folded(text)):
        found.add(faults.PHONE_LOST_DIGITS)
        return ""
    if _MASK.search(text):
        found.add(faults.PHONE_MASKED)
        return ""
    return _first(text, found)


def _first(text: str, found: Findings) -> str:
    numbers = [one for one in map(_normal, _BETWEEN.split(text)) if one]
    if len(numbers) == 1 and re.fullmatch(r"1\d{10}1\d{10}", numbers[0]):
        numbers = [numbers[0][:11], numbers[0][11:]]
    if not numbers:
        found.add(faults.PHONE_UNREADABLE)
        return ""
    chosen = next((one for one in numbers if _is_whole(one)), numbers[0])
    if len(numbers) > 1:
        found.add(faults.PHONE_SEVERAL, read=chosen, options=tuple(numbers))
    if not _is_whole(chosen):
        found.add(faults.PHONE_LENGTH, digits=sum(map(str.isdigit, chosen)))
    return chosen


def _normal(text: str) -> str:
    digits = _BRACKETS.sub(r"\1-", folded(text).translate(_DASHES))
    digits = _COUNTRY.sub("", _WORDS.sub("", digits)).lstrip("+").strip("-")
    bare = digits.replace("-", "")
    if _MOBILE.fullmatch(bare):
        return bare
    if landline := _LANDLINE.fullmatch(digits):
        return "-".join(part for part in landline.groups() if part)
    return digits


def _is_whole(number: str) -> bool:
    return any(form.fullmatch(number) for form in (_MOBILE, _LANDLINE, _LOCAL))
