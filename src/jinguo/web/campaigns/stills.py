"""A still picture of a campaign on a day: a column a township, a mark a unit, as paths of SVG."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.queries.status import Status
from jinguo.web.campaigns.tiles import key

STEP, SIDE = 6, 5
LEAST = 12
"""Columns and rows there is room for at least: the marks of a few units are not blown up."""


@dataclass(frozen=True, slots=True)
class Still:
    """``paths`` holds class and points; what is overdue or sent back has a shape of its own."""

    day: date
    done: int
    targets: int
    overdue: int
    width: int
    height: int
    paths: list[tuple[str, str]]


def still(found: Status) -> Still:
    """The units of a status, each where it stands in every other still."""
    columns: dict[str, int] = {}
    filled: dict[str, int] = defaultdict(int)
    paths: dict[str, list[str]] = defaultdict(list)
    for one in found.units:
        prefix = one.unit.code[:9]
        column = columns.setdefault(prefix, len(columns))
        x, y = 1 + column * STEP, 1 + filled[prefix] * STEP
        filled[prefix] += 1
        for name, points in _mark(key(one), x, y):
            paths[name].append(points)
    return Still(
        day=found.day,
        done=found.done,
        targets=len(found.units),
        overdue=sum(bool(one.overdue) for one in found.units),
        width=2 + max(LEAST, len(columns)) * STEP,
        height=2 + max([LEAST, *filled.values()]) * STEP,
        paths=[(name, "".join(points)) for name, points in sorted(paths.items())],
    )


def _mark(letter: str, x: int, y: int) -> list[tuple[str, str]]:
    if letter == "o":
        return [("overdue", f"M{x} {y}l{SIDE} {SIDE}m0-{SIDE}l-{SIDE} {SIDE}")]
    if letter == "r":
        return [("returned", f"M{x} {y}h{SIDE}l-{SIDE / 2:g} {SIDE}z")]
    if letter == "d":
        return [("done", _box(x, y, SIDE))]
    outline = [("open", _box(x, y, SIDE))]
    part = int(letter)
    return [*outline, ("part", _box(x, y + SIDE - part, part))] if part else outline


def _box(x: int, y: int, height: int) -> str:
    return f"M{x} {y}h{SIDE}v{height}h-{SIDE}z"
