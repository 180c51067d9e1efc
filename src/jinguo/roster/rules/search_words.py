"""What somebody typed into the search box, word by word."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from jinguo.kernel.text import fold, printable
from jinguo.people.rules import spelt
from jinguo.roster.enums import COMMITTEE_POSTS, Kind, Post
from jinguo.roster.rules.post_words import KINDS, POSTS

MOST_WORDS = 8
LONGEST = 40
ENDING = 4
"""How many last digits of a telephone number are shown everywhere, and may be searched for."""

_WHOLE_NUMBER = 7
_CODES = (6, 9, 12)
_TOKEN = re.compile(
    r"[A-Za-züÜ]+:?|\d[\d*-]*|[^\sA-Za-züÜ\d,，、;；。·|]+(?:·[^\sA-Za-z\d,，、;；。|]+)*"
)
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇①-⑳]")
_EVERY_UNIT = ("妇女联合会", "妇代会", "妇委会", "妇联")
"""What every unit is; it narrows nothing down."""

_ORGANISATION = re.compile(f"({'|'.join(_EVERY_UNIT)})$")
_KIND = re.compile("|".join(KINDS))


class Sort(Enum):
    """What a word is made of, which decides where it is looked for."""

    LETTERS = "letters"
    ENDING = "ending"
    NUMBER = "number"
    CODE = "code"
    WORDS = "words"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Word:
    """One word: letters are spelt as the dictionary of names spells them, digits are bare.

    ``posts`` and ``kind`` are those it means as a post; 执委 means the whole committee, as a count
    of executives does. ``unit`` is the word without 妇联 behind it.
    """

    text: str
    sort: Sort
    posts: tuple[str, ...] = ()
    kind: str = ""
    unit: str = ""


def words_of(text: str) -> list[Word]:
    """The words of a search; all of them must fit. Chinese and letters part by themselves."""
    plain = "".join(
        one if one in _MARKS else unicodedata.normalize("NFKC", one) for one in printable(text)
    )
    tokens = _TOKEN.findall(_joined_digits(plain))
    words = (_word(one[:LONGEST]) for one in tokens)
    return [one for one in words if one.text and one.text not in _EVERY_UNIT][:MOST_WORDS]


def _joined_digits(text: str) -> str:
    """199 0500 0001 is one number."""
    return re.sub(r"(?<=\d)[ -]+(?=\d)", "", text)


def _word(token: str) -> Word:
    if token[0].isdecimal():
        return _digits(token)
    if not _HAN.search(token):
        return Word(spelt(token), Sort.LETTERS)
    return Word(token, Sort.WORDS) if token in _MARKS else _chinese(fold(token))


def _digits(token: str) -> Word:
    """Four digits, or a masked number, are an ending; seven or more a number, or a unit's code."""
    digits = token.rsplit("*", 1)[-1].replace("-", "")
    if len(digits) == ENDING:
        return Word(digits, Sort.ENDING)
    if len(digits) in _CODES:
        return Word(digits, Sort.CODE)
    sort = Sort.NUMBER if len(digits) >= _WHOLE_NUMBER else Sort.NONE
    return Word(digits, sort)


def _chinese(token: str) -> Word:
    unit = _ORGANISATION.sub("", token)
    found = _KIND.search(token)
    kind = KINDS[found[0]] if found else Kind.UNSTATED
    rest = re.sub(r"[()]", "", token.replace(found[0], "") if found else token)
    post = POSTS.get(rest)
    if post == Post.EXECUTIVE:
        posts = tuple(str(one.value) for one in COMMITTEE_POSTS)
    else:
        posts = (str(post.value),) if post else ()
    held = kind if posts or not rest else Kind.UNSTATED
    return Word(token, Sort.WORDS, posts, str(held.value), unit)
