"""The two languages of the product."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language

CHINESE = "zh-hans"
ENGLISH = "en"


def language_of(name: str) -> str:
    """The language somebody means, however she writes it: zh_CN, zh, en-US, en_GB.UTF-8.

    Chinese where the name says neither.
    """
    return ENGLISH if name.strip().lower().startswith("en") else CHINESE


def day_in_words(value: date) -> str:
    """A day in the reader's language: 2017年7月31日, or 31 July 2017."""
    chinese = (get_language() or "").startswith("zh")
    return date_format(value, "Y年n月j日" if chinese else "j F Y")
