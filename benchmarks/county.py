"""A county that does not exist: its division list, and everybody on its committees.

Larger than any real one, so that a workbook of 100,000 rows has units of the usual size.
Names are invented, phone numbers are of no network. The same seed makes the same county.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from benchmarks.wording import BASE, PLACES, SURNAMES, TOWNS, WOMEN, Cell, written

CODE = "999901"
NAME = "昭明县"
LISTED_ON = date(2016, 7, 31)
REPORTED_ON = date(2017, 7, 25)
REQUIRED = ("mediator", "artist", "entrepreneur", "volunteer", "family_educator")
OPTIONAL = ("enterprise", "influencer", "role_model", "poverty_relief", "market", "cooperative")

TOWNSHIP_ROWS = 20
VILLAGE_ROWS = (11, 17)
VILLAGES = 27
SPARE = 9
"""Rows of a committee from this one on can go wrong without its composition changing."""


@dataclass(slots=True)
class Unit:
    """A township or village: its code, its name in the division list and on the roster."""

    code: str
    name: str
    text: str


@dataclass(slots=True)
class Line:
    """One row of the workbook: the facts, and the cells as somebody typed them.

    ``counted`` is false for a row that repeats somebody and therefore makes no seat.
    """

    unit: Unit
    at: int
    name: str
    post: str
    kind: str
    birth: date
    phone: str
    starts_on: date
    categories: tuple[str, ...]
    cells: list[Cell] = field(default_factory=list)
    counted: bool = True

    @property
    def truth(self) -> tuple[str, str, str, date]:
        """What must be found in the database afterwards: name, unit, post, since when."""
        return self.name, self.unit.code, self.post, self.starts_on


class County:
    """``rows`` (at least 100) women on committees; ``lines`` are in the order of the workbook."""

    def __init__(self, rows: int, seed: int = 2017) -> None:
        self._random = random.Random(seed)
        self._born: set[tuple[str, date]] = set()
        self._phone = 19_900_000_000
        self.townships: list[Unit] = []
        self.villages: list[Unit] = []
        self.lines: list[Line] = []
        self._names = _place_names(self._random)
        self._twins: list[tuple[Unit, str]] = []
        while len(self.lines) < rows:
            self._township(rows - len(self.lines))
        for line in self.lines:
            line.cells = written(line, self._random)

    @property
    def units(self) -> list[Unit]:
        """Townships and villages."""
        return [*self.townships, *self.villages]

    def divisions(self) -> bytes:
        """The division list as CSV."""
        listed = [
            ("990000000000", 1, "昭明省", ""),
            ("999900000000", 2, "昭明市", "990000000000"),
            (f"{CODE}000000", 3, NAME, "999900000000"),
        ]
        listed += [(one.code, 4, one.name, f"{CODE}000000") for one in self.townships]
        listed += [(one.code, 5, one.name, f"{one.code[:9]}000") for one in self.villages]
        lines = [f"2016,{LISTED_ON},{','.join(map(str, one))}" for one in listed]
        return "\n".join(["vintage,as_of,code,level,name,parent_code", *lines, ""]).encode()

    def _township(self, left: int) -> None:
        """A township committee and those of its villages, in all at most ``left`` rows."""
        number = len(self.townships)
        name = f"{next(self._names)}{'镇' if number % 3 else '乡'}"
        township = Unit(f"{CODE}{100 + number}000", name, f"{name}妇联")
        self.townships.append(township)
        left -= TOWNSHIP_ROWS
        committees: list[list[Line]] = []
        while left > 0 and len(committees) < VILLAGES:
            size = self._random.randint(*VILLAGE_ROWS)
            if left - size < 2 * TOWNSHIP_ROWS:
                size = left
            village = self._village(township, len(committees))
            committees.append(self._committee(village, size))
            left -= size
        committee = self._committee(township, TOWNSHIP_ROWS)
        for line, chair in zip(committee[-3:-1], committees, strict=False):
            line.name, line.birth, line.phone = chair[0].name, chair[0].birth, chair[0].phone
        self.lines += committee
        for lines in committees:
            self.lines += lines

    def _village(self, township: Unit, number: int) -> Unit:
        """Every twelfth village shares its name with another and is written behind its township."""
        first = number % 12 == 0
        twin = number % 12 == 11 and self._twins[0][0] is not township
        stem = self._twins.pop(0)[1] if twin else next(self._names)
        before = township.name if twin or first else ""
        if first:
            self._twins.append((township, stem))
        kind, office = ("社区", "居委会") if number % 12 == 5 else ("村", "委会")
        code = f"{township.code[:9]}{200 + number}"
        village = Unit(code, f"{stem}{kind}{office}", f"{before}{stem}{kind}妇联")
        self.villages.append(village)
        return village

    def _committee(self, unit: Unit, size: int) -> list[Line]:
        starts_on = date(2017, 6, 1 + self._random.randrange(30))
        vices = self._random.randint(1, 3)
        here: set[str] = set()
        lines = []
        for at in range(size):
            name, birth = self._woman(here)
            post, kind = self._post(at, vices)
            self._phone += 1
            categories = self._categories(at)
            lines.append(
                Line(unit, at, name, post, kind, birth, str(self._phone), starts_on, categories)
            )
        return lines

    def _woman(self, here: set[str]) -> tuple[str, date]:
        """A name nobody else in the unit has, with a month of birth no namesake shares."""
        draw = self._random
        while True:
            given = draw.choice(WOMEN) + (draw.choice(WOMEN) if draw.random() < 0.85 else "")
            name = draw.choice(SURNAMES) + given
            birth = date(draw.randint(1955, 1996), draw.randint(1, 12), 1)
            if name not in here and (name, birth) not in self._born:
                here.add(name)
                self._born.add((name, birth))
                return name, birth

    def _post(self, at: int, vices: int) -> tuple[str, str]:
        if at == 0:
            return "chair", ""
        if at <= vices:
            return "vice_chair", self._random.choice(("", "part_time", "part_time", "seconded"))
        return ("standing", "") if at == vices + 1 else ("executive", "")

    def _categories(self, at: int) -> tuple[str, ...]:
        """The first five fill the required categories, the others some of all."""
        if at < len(REQUIRED):
            return (REQUIRED[at],)
        if self._random.random() < 0.1:
            return (self._random.choice(REQUIRED), self._random.choice(OPTIONAL))
        return (self._random.choice(REQUIRED + OPTIONAL),)


def _place_names(draw: random.Random) -> Iterator[str]:
    """Stems for places, each once: two characters, then three when those are used up."""
    pairs = [first + second for first in dict.fromkeys(PLACES) for second in dict.fromkeys(TOWNS)]
    draw.shuffle(pairs)
    yield from pairs
    yield from (base + pair for base in BASE for pair in pairs)
