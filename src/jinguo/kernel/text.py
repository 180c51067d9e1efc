"""Folding of the text people type, so that the same words compare equal."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+")
_SPACE = re.compile(r"[\s\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]+")


def fold(text: str) -> str:
    """The text with full-width forms narrowed (NFKC) and every space removed.

    「李　梅」 and 「李 梅」 both become 「李梅」; 「１９９」 becomes 「199」;
    「（兼职）」 becomes 「(兼职)」. Circled digits become plain digits, so callers
    that care about ①②③ must look before folding.
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def sentences(*texts: str) -> str:
    """Sentences one after the other: with a space between them, but none after Chinese marks."""
    joined = ""
    for text in filter(None, (text.strip() for text in texts)):
        space = " " if joined and joined[-1] not in "。！？；：" else ""
        joined += space + text
    return joined


def printable(text: str) -> str:
    """The text without control characters, which nobody sees and no database keeps.

    Tabs and line breaks stay.
    """
    return _CONTROL.sub("", text)


_MOBILE = re.compile(r"(?<![0-9A-Za-z])(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![0-9A-Za-z])")


def numbers_masked(value: Any) -> Any:
    """The same text, list or mapping with the middle of every mobile number hidden.

    For what is kept in clear and typed by people, who now and then write a number into it.
    """
    if isinstance(value, str):
        return _MOBILE.sub(r"\1****\2", value)
    if isinstance(value, Mapping):
        return {name: numbers_masked(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [numbers_masked(one) for one in value]
    return value
