"""What speaks for two records being one woman, and what against."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Sign(Enum):
    """One thing that two records share, or in which they differ."""

    SAME_PHONE = "same_phone"
    SAME_NAME = "same_name"
    SAME_SOUND = "same_sound"
    SAME_BIRTH = "same_birth"
    SAME_UNIT = "same_unit"
    OTHER_PHONE = "other_phone"
    OTHER_NAME = "other_name"
    OTHER_BIRTH = "other_birth"
    OTHER_GENDER = "other_gender"
    OTHER_ETHNICITY = "other_ethnicity"

    @property
    def words(self) -> str | Promise:
        """As it is told."""
        return _WORDS[self]


_WORDS = {
    Sign.SAME_PHONE: _("the same telephone number"),
    Sign.SAME_NAME: _("the same name"),
    Sign.SAME_SOUND: _("names that sound alike"),
    Sign.SAME_BIRTH: _("the same month of birth"),
    Sign.SAME_UNIT: _("posts in the same unit"),
    Sign.OTHER_PHONE: _("different telephone numbers"),
    Sign.OTHER_NAME: _("different names"),
    Sign.OTHER_BIRTH: _("different months of birth"),
    Sign.OTHER_GENDER: _("different genders"),
    Sign.OTHER_ETHNICITY: _("different ethnicities"),
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """The signs on both sides; only what both records state is compared."""

    speaks_for: tuple[Sign, ...]
    against: tuple[Sign, ...]

    @property
    def proposes(self) -> bool:
        """Whether two records alike in this way are proposed without anybody asking."""
        shared = set(self.speaks_for)
        return any(signs <= shared for signs in _ENOUGH)


_ENOUGH = (
    {Sign.SAME_PHONE},
    {Sign.SAME_NAME, Sign.SAME_BIRTH},
    {Sign.SAME_NAME, Sign.SAME_UNIT},
    {Sign.SAME_SOUND, Sign.SAME_UNIT},
)
"""As ``roster.queries.duplicates`` looks for candidates."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a record; empty where nobody stated it."""

    name: str
    sounds: frozenset[str] = frozenset()
    birth: date | None = None
    phone: str = ""
    gender: str = ""
    ethnicity: str = ""
    units: frozenset[int] = frozenset()


_COMPARED = (
    ("phone", Sign.SAME_PHONE, Sign.OTHER_PHONE),
    ("name", Sign.SAME_NAME, Sign.OTHER_NAME),
    ("birth", Sign.SAME_BIRTH, Sign.OTHER_BIRTH),
    ("gender", None, Sign.OTHER_GENDER),
    ("ethnicity", None, Sign.OTHER_ETHNICITY),
)


def likeness(one: Traits, other: Traits) -> Likeness:
    """Compare two records. The order of the two makes no difference."""
    speaks_for: list[Sign] = []
    against: list[Sign] = []
    for trait, same, differs in _COMPARED:
        ours, theirs = getattr(one, trait), getattr(other, trait)
        if ours and theirs and ours != theirs:
            against.append(differs)
        elif ours and theirs and same:
            speaks_for.append(same)
    if one.name != other.name and one.sounds & other.sounds:
        speaks_for.append(Sign.SAME_SOUND)
    if one.units & other.units:
        speaks_for.append(Sign.SAME_UNIT)
    return Likeness(tuple(speaks_for), tuple(against))
