"""What a written roster consists of, before it is cells of a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jinguo.roster.queries.listing import Listed
from jinguo.roster.readers.columns import COLUMNS, Column


@dataclass(frozen=True, slots=True)
class Section:
    """A unit, as its cell names it, and its seats."""

    unit: str
    seats: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class SheetText:
    """A sheet: its tab, title and reporting unit, its units, and lines below the signatures."""

    name: str
    title: str
    reporting: str
    day: date
    sections: Sequence[Section]
    foot: Sequence[str] = ()


def columns_of(sections: Sequence[Section]) -> list[Column]:
    """The columns of a sheet: those that every roster has, the others where somebody has them."""
    return [
        one
        for one in COLUMNS.values()
        if one.written and (not one.rare or _used(one.name, sections))
    ]


def _used(fact: str, sections: Sequence[Section]) -> bool:
    return any(seat.facts.get(fact) for section in sections for seat in section.seats)


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes: 31 characters, none of ``[]:*?/\\``, no two alike."""
    found: list[str] = []
    for name in wanted:
        plain = "".join(one for one in name if one not in "[]:*?/\\'").strip() or "名册"
        short, number = plain[:31], 1
        while short.casefold() in {one.casefold() for one in found}:
            number += 1
            short = f"{plain[:27]}{number}"
        found.append(short)
    return found
