"""The readers of every field of a roster, shared by all sheets of a file."""

import datetime
from typing import Any

from jinguo.roster.enums import Kind
from jinguo.roster.errors import cells as faults
from jinguo.roster.readers.cells.categories import CategoryReader, Vocabulary
from jinguo.roster.readers.cells.dates import read_birth, read_start
from jinguo.roster.readers.cells.memo import Finding, Findings, Memo, Room
from jinguo.roster.readers.cells.names import read_name
from jinguo.roster.readers.cells.phones import read_phone
from jinguo.roster.readers.cells.posts import OPTIONS, PostAndKind, read_kind, read_post
from jinguo.roster.readers.cells.text import (
    read_education,
    read_ethnicity,
    read_gender,
    read_political,
    read_unit,
    read_words,
)

PERSONAL = (
    "gender",
    "ethnicity",
    "birth",
    "political_status",
    "education",
    "post",
    "categories",
    "occupation",
    "phone",
    "starts_on",
)
"""Fields that speak of a person, so that a row with two of them and no name lacks one."""


class Fields:
    """One memo for each field."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        room = Room()
        self.unit = Memo[str](read_unit, "", room)
        self.name = Memo[str](read_name, "", room)
        self.post = Memo[PostAndKind](read_post, (None, Kind.UNSTATED), room)
        self.kind = Memo[Kind](read_kind, Kind.UNSTATED, room)
        self.gender = Memo[str](read_gender, "", room)
        self.ethnicity = Memo[str](read_ethnicity, "", room)
        self.birth = Memo[datetime.date | None](read_birth, None, room)
        self.political_status = Memo[str](read_political, "", room)
        self.education = Memo[str](read_education, "", room)
        self.categories = Memo[tuple[str, ...]](CategoryReader(vocabulary), (), room)
        self.occupation = Memo[str](read_words, "", room)
        self.phone = Memo[str](read_phone, "", room)
        self.starts_on = Memo[datetime.date | None](read_start, None, room)
        self.remark = Memo[str](read_words, "", room)
        self.sector = Memo[str](read_words, "", room)
        self.origin = Memo[str](read_words, "", room)
        self.name.faulty[""] = Findings([Finding(faults.NAME_MISSING)])
        self.post.faulty[""] = Findings([Finding(faults.POST_MISSING, options=OPTIONS)])

    def memo(self, field: str) -> Memo[Any]:
        """The memo of a field by its name."""
        memo: Memo[Any] = getattr(self, field)
        return memo
