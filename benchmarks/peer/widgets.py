"""Cells to values, for both ways of using the peer."""

import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from import_export import widgets

from benchmarks.peer.models import Person, Unit
from benchmarks.wording import CATEGORIES, MARKS, POSTS

NAME, PHONE = "姓名", "联系电话"
MONTHS = ("%Y.%m", "%Y-%m", "%Y年%m月", "%Y/%m")
DAYS = ("%Y.%m.%d", "%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d")
_POSTS = {"".join(word.split()): key for key, words in POSTS.items() for word in words}
_CATEGORIES = {
    form: slug
    for slug, name in CATEGORIES.items()
    for form in (name, MARKS.get(slug, name), MARKS.get(slug, "") + name)
}


def clean_text(value: Any) -> str:
    """Words, names and phones without spaces and full-width forms."""
    return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split())


class Text(widgets.Widget):
    """Words."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Empty for nothing."""
        return clean_text(value)


class Day(widgets.DateWidget):
    """A date in one of several styles."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        super().__init__()
        self.formats = formats

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:
        """A day, without the time that Excel gives it. Raises ``ValueError``."""
        found = super().clean(value, row, **kwargs)
        return found.date() if isinstance(found, datetime) else found


class KnownDay(Day):
    """The same, every distinct text read once."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        super().__init__(formats)
        self._read = lru_cache(maxsize=None)(super().clean)

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:
        """Raises ``ValueError``."""
        return self._read(value)


class PostWord(widgets.Widget):
    """The post (0) or the kind (1) of what stands in one column."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Raises ``ValueError`` for a word that is no post."""
        word = "".join(str(value or "").split())
        if word not in _POSTS:
            raise ValueError(f"{value} is no post")
        return _POSTS[word][self._part]


class Categories(widgets.Widget):
    """Slugs of the categories a cell names."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        """Raises ``KeyError`` for an unknown one."""
        words = str(value or "").replace("；", "、").replace("，", "、").split("、")
        return [_CATEGORIES[word] for word in words if word]


class PersonByPhone(widgets.ForeignKeyWidget):
    """A person by name and phone."""

    def __init__(self) -> None:
        super().__init__(Person, "phone")

    def get_lookup_kwargs(self, value: Any, row: Any, **kwargs: Any) -> dict[str, str]:
        """Name and phone of the row."""
        return {"name": clean_text(row[NAME]), "phone": clean_text(row[PHONE])}


class KnownPerson(PersonByPhone):
    """The same, out of all people the file names, loaded beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.people: dict[tuple[str, str], Person] = {}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Person:
        """Raises ``KeyError``."""
        return self.people[clean_text(row[NAME]), clean_text(value)]


class KnownUnit(widgets.ForeignKeyWidget):
    """A unit out of all units, loaded beforehand."""

    def __init__(self) -> None:
        super().__init__(Unit, "text")
        self.units: dict[str, Unit] = {}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Unit:
        """Raises ``KeyError`` for an unknown one."""
        return self.units[value]
