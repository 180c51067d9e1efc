"""What is recorded, in the words and marks a roster uses for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinguo.roster.enums import Kind, Post
from jinguo.roster.readers.cells.posts import POST_WORDS

_KIND_WORDS = {Kind.FULL_TIME: "专职", Kind.PART_TIME: "兼职", Kind.SECONDED: "挂职"}
_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """How a county writes its categories: slug → name, and slug → mark (①)."""

    names: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)

    def written(self, slug: str) -> str:
        """Mark and name, ``①调解女能手``; what was never understood as it was written."""
        if slug.startswith("?"):
            return slug[1:]
        return f"{self.marks.get(slug, '')}{self.names.get(slug, slug)}"


def written(fact: str, value: Any, facts: Mapping[str, Any], words: CategoryWords) -> str:
    """The text of a cell; empty where nothing is recorded.

    The post carries its kind: 副主席（兼职）.
    """
    if fact == "post":
        return _post(Post(value), Kind(facts["kind"]))
    if fact == "categories":
        return _BETWEEN.join(map(words.written, value))
    if fact == "birth_month":
        return f"{value.year}.{value.month:02}" if value else ""
    if isinstance(value, date):
        return f"{value.year}.{value.month}.{value.day}"
    return str(value or "")


def _post(post: Post, kind: Kind) -> str:
    word = POST_WORDS[post]
    return f"{word}（{_KIND_WORDS[kind]}）" if kind in _KIND_WORDS else word
