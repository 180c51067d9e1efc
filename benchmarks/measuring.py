"""Timing sides in turn, ratios with their spread, and the report of both."""

import gc
import json
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


class Stopwatch:
    """Seconds spent inside ``with`` blocks.

    What was there before is swept, and what remains of it is hidden from the garbage collector:
    no side pays for searching through the objects of the benchmark itself.
    """

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of the block."""
        gc.collect()
        gc.freeze()
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - started
            gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Timing:
    """One run: how long it took for how many rows."""

    seconds: float
    rows: int

    @property
    def speed(self) -> float:
        """Rows per second."""
        return self.rows / self.seconds


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, quartiles and extremes of some runs."""

    median: float
    lower: float
    upper: float
    least: float
    most: float

    @classmethod
    def of(cls, values: list[float]) -> "Spread":
        """The spread of at least one value."""
        if len(values) == 1:
            return cls(*values * 5)
        lower, median, upper = statistics.quantiles(values, n=4, method="inclusive")
        return cls(median, lower, upper, min(values), max(values))

    def shown(self, form: str = ",.1f") -> str:
        """Median, then the quartiles in brackets."""
        return f"{self.median:{form}} [{self.lower:{form}} – {self.upper:{form}}]"


def in_turn(
    pairs: int, sides: dict[str, Callable[[], Timing]], say: Callable[[str], None] = print
) -> dict[str, list[Timing]]:
    """Run every side once, then every side once again …: A-B-A-B, ``pairs`` times."""
    timings: dict[str, list[Timing]] = {name: [] for name in sides}
    for turn in range(1, pairs + 1):
        for name, run in sides.items():
            timing = run()
            timings[name].append(timing)
            say(f"  {turn}/{pairs} {name:<28} {timing.seconds:8.2f} s {timing.speed:10,.0f} rows/s")
    return timings


def ratios(ours: list[Timing], theirs: list[Timing]) -> list[float]:
    """How many times faster we were, turn by turn."""
    return [one.speed / other.speed for one, other in zip(ours, theirs, strict=True)]


@dataclass(slots=True)
class Report:
    """What a benchmark found: printed, and kept as JSON."""

    name: str
    about: dict[str, Any]
    speeds: dict[str, Any] = field(default_factory=dict)
    goals: list[dict[str, Any]] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def speed(self, side: str, timings: list[Timing]) -> None:
        """The speed of one side."""
        spread = Spread.of([one.speed for one in timings])
        seconds = Spread.of([one.seconds for one in timings])
        self.speeds[side] = {
            "rows": timings[0].rows,
            "rows_per_second": asdict(spread),
            "seconds": asdict(seconds),
        }
        print(f"{side:<34} {spread.shown(',.0f'):>32} rows/s {seconds.shown('.2f'):>24} s")

    def goal(
        self,
        what: str,
        values: list[float],
        bound: float,
        *,
        at_most: bool = False,
        form: str = ".2f",
    ) -> None:
        """A goal is met when the worse quartile passes."""
        spread = Spread.of(values)
        met = spread.upper <= bound if at_most else spread.lower >= bound
        sign = "≤" if at_most else "≥"
        self.goals.append(
            {"what": what, "goal": f"{sign} {bound:g}", "met": met, "values": values}
            | asdict(spread)
        )
        verdict = "met" if met else "MISSED"
        print(f"{what:<58} {spread.shown(form):>24}  goal {sign} {bound:g}: {verdict}")

    def milliseconds(self, what: str, values: list[float], bound: float) -> None:
        """Many single questions: every one must be answered within the bound."""
        usual, most = statistics.median(values), max(values)
        late = statistics.quantiles(values, n=20, method="inclusive")[-1]
        met = most <= bound
        self.goals.append(
            {"what": what, "goal": f"≤ {bound:g} ms", "met": met}
            | {"median": usual, "p95": late, "max": most}
        )
        verdict = "met" if met else "MISSED"
        print(
            f"{what:<28} median {usual:6.1f} ms  p95 {late:6.1f} ms  max {most:6.1f} ms"
            f"  goal ≤ {bound:g} ms: {verdict}"
        )

    def check(self, what: str, right: bool, detail: object = "") -> None:
        """A wrong answer ends the benchmark."""
        if not right:
            raise SystemExit(f"WRONG: {what} {detail}")
        if what not in self.checks:
            self.checks.append(what)

    def note(self, text: str) -> None:
        """Something the reader must know."""
        self.notes.append(text)
        print(f"note: {text}")

    def keep(self) -> None:
        """Print what was checked and write the JSON."""
        for what in self.checks:
            print(f"checked: {what}")
        RESULTS.mkdir(exist_ok=True)
        about = {"python": platform.python_version(), **self.about}
        content = asdict(self) | {"about": about}
        path = RESULTS / f"{self.name}.json"
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1, default=str))
