"""M4: a file in which every tenth row has a mistake, against the same file without."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from benchmarks.answers import check_ours
from benchmarks.county import County, Line
from benchmarks.databases import fresh, make_template, start
from benchmarks.measuring import Report, Stopwatch, Timing, in_turn, ratios
from benchmarks.office import office, request_for
from benchmarks.spoiling import Mistake, Spoil, refused, spoil, warned
from benchmarks.workbook import Workbook, workbook
from jinguo.kernel.actor import system
from jinguo.roster.actions import importing
from jinguo.roster.actions.importing import days

SHARE = 0.1
CLEAN_SHOWN, BAD_SHOWN = "clean, preview", "10 % mistakes, preview"
CLEAN_APPLIED, BAD_APPLIED = "clean, applied", "10 % warned about, applied"
UNWRITTEN = "clean, preview without writing"


class Side:
    """A file with what must be said of it."""

    def __init__(
        self, report: Report, template: str, lines: list[Line], mistakes: list[Mistake]
    ) -> None:
        self._report = report
        self._template = template
        self._lines = lines
        self._book = workbook(lines)
        self._expected = marks(self._book, mistakes)
        self.unwritten: list[Timing] = []

    def shown(self) -> Timing:
        """Preview: everything but the commit. A refused plan is not written at all, so the
        time without writing is kept as well."""
        with fresh(self._template), _writing() as written:
            timing = self._run(apply=False)
        self.unwritten.append(Timing(timing.seconds - written.seconds, timing.rows))
        return timing

    def applied(self) -> Timing:
        """Apply, and read back."""
        with fresh(self._template):
            timing = self._run(apply=True)
            check_ours(self._report, self._lines)
        return timing

    def _run(self, *, apply: bool) -> Timing:
        watch = Stopwatch()
        request = request_for(self._book)
        with watch.running():
            done = importing.run(request, by=system(), apply=apply)
        found = Counter(
            (one.sheet, one.cell, one.fault.code)
            for one in done.problems
            if one.fault.code != "signature_row"
        )
        what = f"{sum(self._expected.values()):,} mistakes reported, each at its cell, no other"
        wrong = (self._expected - found, found - self._expected)
        self._report.check(what, not any(wrong), [list(one.items())[:5] for one in wrong])
        return Timing(watch.seconds, len(self._book.places))


def marks(book: Workbook, mistakes: list[Mistake]) -> Counter[tuple[str, str, str]]:
    """Sheet, cell and code of every mistake."""
    return Counter((*book.cell(one.line, one.column), one.code) for one in mistakes)


@contextmanager
def _writing() -> Iterator[Stopwatch]:
    """Measures how long an import writes."""
    spent = Stopwatch()
    write = days.write

    def measured(*args: object, **names: object) -> None:
        started = time.perf_counter()
        write(*args, **names)
        spent.seconds += time.perf_counter() - started

    days.write = measured
    try:
        yield spent
    finally:
        days.write = write


def main(*, rows: int, pairs: int) -> None:
    """Measure, print, keep."""
    report = Report("faults", {"rows": rows, "pairs": pairs, "share": SHARE, "server": start()})
    county = County(rows)
    template = make_template("bench_county", lambda: office(county))

    def side(kinds: list[Spoil]) -> Side:
        lines = deepcopy(county.lines)
        mistakes = spoil(lines, SHARE, kinds) if kinds else []
        return Side(report, template, lines, mistakes)

    clean, mixed, mild = side([]), side([*refused(), *warned()]), side(warned())
    clean.shown()
    clean.unwritten.clear()
    timings = in_turn(
        pairs,
        {
            CLEAN_SHOWN: clean.shown,
            BAD_SHOWN: mixed.shown,
            CLEAN_APPLIED: clean.applied,
            BAD_APPLIED: mild.applied,
        },
    )
    timings[UNWRITTEN] = clean.unwritten
    for name, found in timings.items():
        report.speed(name, found)
    bad = timings[BAD_SHOWN]
    report.goal("M4 share of the clean speed, preview", ratios(bad, timings[CLEAN_SHOWN]), 0.8)
    report.goal("M4 the same, the clean file's writing left out", ratios(bad, clean.unwritten), 0.8)
    report.goal(
        "M4 share of the clean speed, warned and applied",
        ratios(timings[BAD_APPLIED], timings[CLEAN_APPLIED]),
        0.8,
    )
    report.note("a file with refused cells is not written, hence the second comparison")
    report.keep()
