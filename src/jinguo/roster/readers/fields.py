"""The readers of every field of a roster, shared by all sheets of a file."""

import datetime
from typing import Any

from jinguo.kernel.text import fold
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.categories import CategoryReader, Vocabulary, read_tick
from jinguo.roster.readers.cells.memo import Finding, Findings, Memo, Room
from jinguo.roster.readers.cells.posts import OPTIONS, PostAndKind, PostReader
from jinguo.roster.readers.columns import COLUMNS

TICK = "tick"
"""The reader of columns that are headed by a category."""


class Fields:
    """One memo for each column."""

    def __init__(self, vocabulary: Vocabulary, as_of: datetime.date | None = None) -> None:
        self.as_of = as_of
        room = Room()
        readers = {one.name: one.read for one in COLUMNS.values() if one.read}
        readers["categories"] = CategoryReader(vocabulary)
        readers[TICK] = read_tick
        self.categories = {fold(name): slug for name, slug in vocabulary.names.items()}
        posts = PostReader()
        readers["post"] = posts
        self.post_levels = posts.levels
        self._memos: dict[str, Memo[Any]] = {
            name: Memo(read, COLUMNS[name].blank if name in COLUMNS else False, room)
            for name, read in readers.items()
        }
        self.unit: Memo[str] = self._memos["unit"]
        self.name: Memo[str] = self._memos["name"]
        self.post: Memo[PostAndKind] = self._memos["post"]
        self.name.faulty[""] = Findings([Finding(faults.NAME_MISSING)])
        self.post.faulty[""] = Findings([Finding(faults.POST_MISSING, options=OPTIONS)])

    def memo(self, field: str) -> Memo[Any]:
        """The memo of a field by its name."""
        return self._memos[field]
