"""A county's figures on any day: how long they take, and whether they are right.

The real demo county, as ``jinguo demo`` loads it.
"""

import random
import time
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.counting import FIGURES, Records
from benchmarks.databases import inside, make_template, start
from benchmarks.measuring import Report
from jinguo.cli.demo import COUNTY, load_demo
from jinguo.kernel.actor import system
from jinguo.statistics.queries import breakdown, figures

FIRST, LAST = date(2014, 1, 1), date(2023, 12, 31)
DAYS = 200
COUNTS = 300
LIMIT = 50
"""Milliseconds."""
WARMING = 5


def main(*, rows: int, pairs: int) -> None:
    """Time, then compare with counting by hand; ``rows`` and ``pairs`` have no meaning here."""
    report = Report("figures", {"days": DAYS, "counts": COUNTS, "server": start()})
    template = make_template("bench_demo", load_demo)
    draw = random.Random(350423)
    with inside(template):
        days = [(_day(draw), _compare(draw)) for _turn in range(DAYS)]
        for day, compare in days[:WARMING]:
            _figures(day, compare)
            _breakdown(day, compare)
        questions: dict[str, Callable[[date, date | None], object]] = {
            "figures of the county": _figures,
            "figures of its 13 townships": _breakdown,
        }
        for name, ask in questions.items():
            report.milliseconds(name, [_timed(ask, day, compare) for day, compare in days], LIMIT)
        _compare_with_counting(report, draw)
    report.keep()


def _day(draw: random.Random) -> date:
    return FIRST + timedelta(days=draw.randrange((LAST - FIRST).days + 1))


def _compare(draw: random.Random) -> date | None:
    return _day(draw) if draw.random() < 0.5 else None


def _timed(ask: Callable[[date, date | None], object], day: date, compare: date | None) -> float:
    started = time.perf_counter()
    ask(day, compare)
    return (time.perf_counter() - started) * 1000


def _figures(day: date, compare: date | None) -> object:
    return figures(COUNTY, day, compare, reader=system())


def _breakdown(day: date, compare: date | None) -> object:
    return breakdown(COUNTY, day, compare, reader=system())


def _compare_with_counting(report: Report, draw: random.Random) -> None:
    """Figures of random units on random days against loops over the rows of the tables."""
    records = Records.read()
    above_nought = 0
    for _turn in range(COUNTS):
        # Half of the days lie around the reform, where most changes.
        day = (
            _day(draw) if draw.random() < 0.5 else date(2017, 5, 1) + timedelta(draw.randrange(120))
        )
        compare = _day(draw)
        code = draw.choice(records.codes_on(day))
        level, name = draw.choice(("township", "village")), draw.choice(FIGURES)
        all_of_level = getattr(figures(code, day, compare, reader=system()), level)
        found = all_of_level.due if name == "due" else all_of_level[name]
        right = records.count(code, level, name, day, compare)
        asked = f"{name} of the {level} federations in {code} on {day} against {compare}"
        report.check(
            f"{COUNTS} random figures equal counting by hand", found == right,
            f"{asked}: {found}, counted {right}",
        )  # fmt: skip
        above_nought += right > 0
    report.note(f"{above_nought} of the {COUNTS} compared figures are above nought")
