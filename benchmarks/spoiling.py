"""Mistakes as townships make them, one to a row, and where each must be reported.

They are put on rows without which a committee is still complete, so that each makes exactly
one problem: at its cell, with its code.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.county import SPARE, Line
from benchmarks.wording import (
    BIRTH,
    CATEGORY,
    GENDER,
    NAME,
    PHONE,
    POST,
    START,
    UNIT,
    Cell,
    padded_name,
)

Mark = tuple[int, str]
"""The column of a mistake and the code of the problem it must make."""
Spoil = Callable[[Line, Line, random.Random], Mark]
"""Spoils a line; the second line is a sound one above it in the same unit."""

_FISH = [chr(0x9C7F + at) for at in range(200)]
"""Characters no place name of the county has."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """The line (by its place in the workbook), the column and the code to be reported."""

    line: int
    column: int
    code: str


def spoil(
    lines: Sequence[Line], share: float, kinds: Sequence[Spoil], seed: int = 10
) -> list[Mistake]:
    """Change a share of all lines in place, each kind equally often; returns what must be found."""
    draw = random.Random(seed)
    women = Counter(line.phone for line in lines)
    spare = [at for at, line in enumerate(lines) if line.at >= SPARE and women[line.phone] == 1]
    chosen = sorted(draw.sample(spare, round(len(lines) * share)))
    spoilt = set(chosen)
    mistakes = []
    for number, at in enumerate(chosen):
        sound = next(above for above in range(at - 1, -1, -1) if above not in spoilt)
        column, code = kinds[number % len(kinds)](lines[at], lines[sound], draw)
        mistakes.append(Mistake(at, column, code))
    return mistakes


def typed(column: int, code: str, *texts: Cell) -> Spoil:
    """One of these texts in a column; what else is known of the woman stays true."""

    def spoil_one(line: Line, sound: Line, draw: random.Random) -> Mark:
        line.cells[column] = draw.choice(texts)
        return column, code

    return spoil_one


def _misspelt() -> Spoil:
    """A unit nobody knows, each time another."""
    used: set[str] = set()

    def spoil_one(line: Line, sound: Line, draw: random.Random) -> Mark:
        text = line.unit.text
        while text == line.unit.text or text in used:
            at = len(line.unit.text) - (5 if "社区" in line.unit.text else 4)
            text = f"{line.unit.text[:at]}{draw.choice(_FISH)}{line.unit.text[at + 1 :]}"
        used.add(text)
        line.cells[UNIT] = text
        return UNIT, "unit_unknown"

    return spoil_one


def _without_name(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[NAME] = ""
    return NAME, "name_missing"


def _two_names(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[NAME] = f"{line.name}、{sound.name}"
    return NAME, "name_several"


def _digit_in_name(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[NAME] = f"{line.name}{draw.randrange(10)}"
    return NAME, "name_unreadable"


def _two_posts(line: Line, sound: Line, draw: random.Random) -> Mark:
    _repeat(line, sound)
    line.cells[POST] = "常委" if sound.post != "standing" else "执委"
    return NAME, "person_twice_different_posts"


def _repeated(line: Line, sound: Line, draw: random.Random) -> Mark:
    _repeat(line, sound)
    line.cells[POST] = sound.cells[POST]
    line.counted = False
    return NAME, "person_twice"


def _repeat(line: Line, sound: Line) -> None:
    for column in (NAME, BIRTH, PHONE):
        line.cells[column] = sound.cells[column]


def _short_phone(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[PHONE] = line.phone[:10]
    return PHONE, "phone_length"


def _two_phones(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[PHONE] = f"{line.phone}、0598-88{draw.randrange(10_000, 100_000)}"
    return PHONE, "phone_several"


def _no_day(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[START] = f"{line.starts_on:%Y}.{line.starts_on.month}"
    line.starts_on = line.starts_on.replace(day=1)
    return START, "date_month_only"


def _short_year(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[START] = f"{line.starts_on:%y}.{line.starts_on.month}.{line.starts_on.day}"
    return START, "date_two_digit_year"


def _short_birth_year(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[BIRTH] = f"{line.birth:%y}.{line.birth.month}"
    return BIRTH, "birth_two_digit_year"


def _october(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[BIRTH] = line.birth.year + 0.1
    return BIRTH, "birth_october"


def _note(line: Line, sound: Line, draw: random.Random) -> Mark:
    line.cells[NAME] = f"{padded_name(line.name)}（{draw.choice(['组长', '党员', '新任'])}）"
    return NAME, "name_note"


def warned() -> list[Spoil]:
    """Mistakes that are reported and kept, or mended as the report says."""
    return [
        _short_phone,
        typed(PHONE, "phone_masked", "199****0001", "1990xxxx002"),
        typed(PHONE, "phone_lost_digits", "1.99E+10", "1.9900E+10"),
        _two_phones,
        typed(GENDER, "gender_unknown", "妇女", "婚", "汉"),
        typed(CATEGORY, "category_unknown", "种养能手", "巾帼标兵", "⑨"),
        typed(CATEGORY, "category_differs", "①创业女能手", "③文艺女骨干"),
        _no_day,
        _short_year,
        _short_birth_year,
        _october,
        _note,
        _repeated,
    ]


def refused() -> list[Spoil]:
    """Mistakes that stand in the way of an import."""
    return [
        _misspelt(),
        _without_name,
        _two_names,
        _digit_in_name,
        typed(POST, "post_missing", ""),
        typed(POST, "post_unknown", "主任", "会计", "组长", "支书"),
        typed(START, "date_impossible", "2017.6.31", "2017年2月30日", "2017-4-31"),
        typed(START, "date_no_such_month", "2017.13.5", "2017/14/1"),
        typed(START, "date_unreadable", "去年六月", "换届时"),
        typed(START, "starts_after_list", "2018.6.9", "2017-12-01"),
        typed(BIRTH, "birth_impossible", "1985.13", "1990-15"),
        typed(BIRTH, "birth_incomplete", "1985", "1990年"),
        typed(BIRTH, "birth_out_of_range", "1885.3", "1790年1月"),
        typed(BIRTH, "birth_too_young", "2010.5", "2004年2月"),
        typed(BIRTH, "birth_unreadable", "三十多岁", "属马"),
        _two_posts,
    ]
