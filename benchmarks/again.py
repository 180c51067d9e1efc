"""M6: the same file a second time changes nothing, and knows it sooner."""

from benchmarks.answers import check_ours
from benchmarks.county import County
from benchmarks.databases import fresh, make_template, start
from benchmarks.measuring import Report, Stopwatch, Timing, ratios
from benchmarks.office import office, request_for
from benchmarks.workbook import workbook
from jinguo.kernel.actor import system
from jinguo.roster.actions.importing import run
from jinguo.roster.models import Batch


def main(*, rows: int, pairs: int) -> None:
    """Import twice into each of several fresh databases; print, keep."""
    report = Report("again", {"rows": rows, "pairs": pairs, "server": start()})
    county = County(rows)
    book = workbook(county.lines)
    template = make_template("bench_county", lambda: office(county))
    firsts: list[Timing] = []
    agains: list[Timing] = []
    for turn in range(pairs + 1):
        first, again = Stopwatch(), Stopwatch()
        with fresh(template):
            request = request_for(book)
            with first.running():
                run(request, by=system(), apply=True)
            with again.running():
                done = run(request, by=system(), apply=True)
            told = (done.joined, done.left, done.changed, done.unchanged)
            report.check("the second import changes nothing", told == (0, 0, 0, rows), told)
            report.check("it leaves no batch", done.batch is None and Batch.objects.count() == 1)
            check_ours(report, county.lines)
        print(f"  {turn}/{pairs} first {first.seconds:.2f} s, again {again.seconds:.2f} s")
        if turn:  # the first turn warms up
            firsts.append(Timing(first.seconds, rows))
            agains.append(Timing(again.seconds, rows))
    report.speed("first", firsts)
    report.speed("again", agains)
    report.goal("M6 times the first import's speed", ratios(agains, firsts), 2)
    report.keep()
