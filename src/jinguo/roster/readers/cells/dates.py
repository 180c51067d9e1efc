"""Birth months and dates of appointment."""

import calendar
import datetime
import re

from jinguo.roster.errors import dates as faults
from jinguo.roster.readers.cells.calendar import Parts, mended, parts_of, two_readings
from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.cells.text import folded, is_nothing
from jinguo.roster.readers.sheet import Cell

EARLIEST_BIRTH, LATEST_BIRTH = 1900, 2099
EARLIEST_START, LATEST_START = 1949, 2099
"""The All-China Women's Federation was founded on 1949-04-03."""

ADULT_AGE = 16
"""Years; below it nobody sits on a committee (a working age, Labour Law §15)."""

OLDEST_AGE = 90
"""Nobody older is known to sit on a committee; a year like 1905 is a slip or a misread number."""

_YEARLESS = re.compile(r".*\d{1,2}月.*|\d{1,2}[-./]\d{1,2}")


def read_birth(cell: Cell, found: Findings) -> datetime.date | None:
    """The first of the month of birth."""
    if is_nothing(folded(cell)):
        return None
    parts = parts_of(cell)
    if parts is None:
        found.add(faults.BIRTH_UNREADABLE, options=_options(mended(cell), "."))
        return None
    if readings := two_readings(cell):
        options = tuple(option for one in readings for option in _options(one, "."))
        found.add(faults.BIRTH_AMBIGUOUS, readings="、".join(options), options=options)
        return None
    year, month = parts.year + (1900 if parts.short else 0), parts.month
    if not EARLIEST_BIRTH <= year <= LATEST_BIRTH:
        found.add(faults.BIRTH_OUT_OF_RANGE, year=year)
    elif not month:
        found.add(faults.BIRTH_INCOMPLETE)
    elif not 1 <= month <= 12:
        found.add(faults.BIRTH_IMPOSSIBLE, month=month)
    else:
        birth = datetime.date(year, month, 1)
        _warn_about_birth(cell, parts, birth, found)
        return birth
    return None


def read_start(cell: Cell, found: Findings) -> datetime.date | None:
    """The day from which an appointment holds."""
    text = folded(cell)
    if is_nothing(text):
        return None
    parts = parts_of(cell)
    if parts is None:
        lacking = _YEARLESS.fullmatch(text)
        fault = faults.DATE_INCOMPLETE if lacking else faults.DATE_UNREADABLE
        found.add(fault, options=_options(mended(cell), "-"))
        return None
    if readings := two_readings(cell):
        options = tuple(option for one in readings for option in _options(one, "-"))
        found.add(faults.DATE_AMBIGUOUS, readings="、".join(options), options=options)
        return None
    year = parts.year + (2000 if parts.short else 0)
    if not EARLIEST_START <= year <= LATEST_START:
        found.add(faults.DATE_OUT_OF_RANGE, year=year)
    elif not parts.month:
        found.add(faults.DATE_INCOMPLETE)
    elif not 1 <= parts.month <= 12:
        found.add(faults.DATE_NO_SUCH_MONTH, month=parts.month)
    else:
        return _start(cell, year, parts, found)
    return None


def _options(parts: Parts | None, dot: str) -> tuple[str, ...]:
    """A date that would mend the cell, if it is one."""
    if parts is None or not (1 <= parts.month <= 12 and parts.day <= 31) or parts.short:
        return ()
    day = f"{dot}{parts.day:02}" if parts.day and dot == "-" else ""
    return (f"{parts.year}{dot}{parts.month:02}{day}",)


def _start(cell: Cell, year: int, parts: Parts, found: Findings) -> datetime.date | None:
    days = calendar.monthrange(year, parts.month)[1]
    if parts.day > days:
        found.add(faults.DATE_IMPOSSIBLE, year=year, month=parts.month, days=days)
        return None
    start = datetime.date(year, parts.month, parts.day or 1)
    if parts.short:
        found.add(faults.DATE_TWO_DIGIT_YEAR, read=start.isoformat(), options=(start.isoformat(),))
    if _lost_its_zero(cell, parts):
        options = (f"{year}-01", f"{year}-10")
        found.add(faults.DATE_OCTOBER, october=f"{year}.10", options=options)
    elif not parts.day:
        found.add(faults.DATE_MONTH_ONLY, read=start.isoformat())
    return start


def _warn_about_birth(cell: Cell, parts: Parts, birth: datetime.date, found: Findings) -> None:
    if parts.short:
        found.add(faults.BIRTH_TWO_DIGIT_YEAR, read=f"{birth:%Y-%m}", options=(f"{birth:%Y.%m}",))
    if _lost_its_zero(cell, parts):
        october = f"{birth.year}.10"
        found.add(faults.BIRTH_OCTOBER, october=october, options=(f"{birth.year}.01", october))


def _lost_its_zero(cell: Cell, parts: Parts) -> bool:
    """Excel shows the number 2017.10 as 2017.1."""
    return isinstance(cell, float) and parts.month == 1 and repr(cell).endswith(".1")
