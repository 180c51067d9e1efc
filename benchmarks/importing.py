"""M1: from a workbook's bytes to validated, matched, committed rows, against the peers."""

from collections.abc import Callable

from django.db import connection
from import_export.resources import ModelResource

from benchmarks.answers import check_ours, check_peer
from benchmarks.county import County
from benchmarks.databases import fresh, make_template, start
from benchmarks.measuring import Report, Stopwatch, Timing, in_turn, ratios
from benchmarks.office import office, request_for
from benchmarks.peer.resources import BulkResource, SeatResource, ValidatedResource
from benchmarks.peer.running import import_with, prepare, read_and_copy
from benchmarks.workbook import Workbook, workbook
from jinguo.kernel.actor import system
from jinguo.roster.actions.importing import run

PART = 2_000
"""Rows the peer gets where all of them would take minutes a run; speeds are compared per row."""

OURS = "jinguo"
DEFAULT = "import-export, default"
VALIDATED = "import-export, default + clean"
BULK = "import-export, bulk, unvalidated"
FLOOR = "calamine + bare COPY"


class Sides:
    """Every side on the same rows, each run in a fresh copy of the same database."""

    def __init__(self, rows: int, report: Report) -> None:
        self._county = County(rows)
        self._report = report
        self._book = workbook(self._county.lines)
        self._part = workbook(self._county.lines[:PART])
        self._template = make_template("bench_county", self._fill)

    def _fill(self) -> None:
        office(self._county)
        prepare([(unit.code, unit.text) for unit in self._county.units])

    def ours(self) -> Timing:
        """The product: read, validate, match, plan, write, commit."""
        watch = Stopwatch()
        with fresh(self._template):
            request = request_for(self._book)
            with watch.running():
                done = run(request, by=system(), apply=True)
            told = [one for one in done.problems if one.fault.code != "signature_row"]
            self._report.check("no problem in the clean file", not told, told[:3])
            check_ours(self._report, self._county.lines)
        return Timing(watch.seconds, len(self._book.places))

    def theirs(
        self, name: str, resource: type[ModelResource], *, whole: bool = False
    ) -> Callable[[], Timing]:
        """django-import-export with one of its resources."""
        book = self._book if whole else self._part
        return lambda: self._peer(
            book,
            lambda: import_with(resource, book.content),
            lambda: check_peer(self._report, name, self._county.lines[: len(book.places)]),
        )

    def floor(self) -> Timing:
        """What no import can beat."""
        return self._peer(self._book, lambda: read_and_copy(self._book.content), self._check_floor)

    def _peer(self, book: Workbook, work: Callable[[], None], check: Callable[[], None]) -> Timing:
        watch = Stopwatch()
        with fresh(self._template):
            with watch.running():
                work()
            check()
        return Timing(watch.seconds, len(book.places))

    def _check_floor(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from peer_line")
            found = cursor.fetchone()[0]
        right = len(self._book.places)
        self._report.check("rows of the floor", found == right, f"{found} for {right}")


def main(*, rows: int, pairs: int) -> None:
    """Measure, print, keep."""
    report = Report("import", {"rows": rows, "pairs": pairs, "server": start()})
    sides = Sides(rows, report)
    sides.ours()
    timings = in_turn(
        pairs,
        {
            OURS: sides.ours,
            DEFAULT: sides.theirs(DEFAULT, SeatResource),
            VALIDATED: sides.theirs(VALIDATED, ValidatedResource),
            BULK: sides.theirs(BULK, BulkResource, whole=True),
            FLOOR: sides.floor,
        },
    )
    for name, found in timings.items():
        report.speed(name, found)
    ours = timings[OURS]
    report.goal("M1 times the default's speed", ratios(ours, timings[DEFAULT]), 50)
    report.goal("M1 times the default's speed, validated", ratios(ours, timings[VALIDATED]), 50)
    report.goal("M1 times the tuned bulk mode's speed", ratios(ours, timings[BULK]), 3)
    report.goal(
        "M1 times the floor's time (a note)", ratios(timings[FLOOR], ours), 1.6, at_most=True
    )
    report.note(f"the default modes were given the first {len(sides._part.places):,} rows")
    report.keep()
