"""M1: from a workbook's bytes to validated, matched, committed rows, against two peers."""

from collections.abc import Callable

from benchmarks.answers import check_ours, check_peer
from benchmarks.county import County
from benchmarks.databases import durability, fresh, make_template
from benchmarks.measuring import Report, Stopwatch, Timing, in_turn, ratios
from benchmarks.office import ask, office
from benchmarks.peer.models import Line as FloorLine
from benchmarks.peer.resources import BulkResource, SeatResource, ValidatedResource
from benchmarks.peer.running import import_with, prepare, read_and_copy
from benchmarks.workbook import Workbook, workbook
from jinguo.kernel.actor import system
from jinguo.roster.actions.importing import run

SLICE = 2_000
"""Rows of the peer's unhurried mode: all of them would take minutes a run."""


def main(*, rows: int, pairs: int) -> None:
    """Run, print, keep."""
    county = County(rows)
    book = workbook(county.lines)
    part = workbook(county.lines[:SLICE])
    report = Report("import", {"rows": rows, "pairs": pairs, "server": durability()})
    template = make_template("bench_county", lambda: (office(county), _peers(county)))

    def timed(file: Workbook, work: Callable[[bytes], object], check: Callable[[], None]) -> Timing:
        watch = Stopwatch()
        with fresh(template):
            with watch.running():
                work(file.content)
            check()
        return Timing(watch.seconds, len(file.places))

    def ours() -> Timing:
        request = ask(book)
        return timed(
            book,
            lambda _content: _apply(report, request, rows),
            lambda: check_ours(report, county.lines),
        )

    def theirs(name: str, resource: type[SeatResource], file: Workbook) -> Callable[[], Timing]:
        lines = county.lines[: len(file.places)]
        return lambda: timed(
            file,
            lambda content: import_with(resource, content),
            lambda: check_peer(report, name, lines),
        )

    def floor() -> Timing:
        return timed(book, read_and_copy, lambda: _check_floor(report, rows))
