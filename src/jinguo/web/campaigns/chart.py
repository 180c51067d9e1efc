"""The burn-up line of a campaign as points of a drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.queries.status import Status
from jinguo.campaigns.rules.forecast import Forecast

WIDTH, HEIGHT = 720, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 16, 26


@dataclass(frozen=True, slots=True)
class Chart:
    """Points of the lines, as SVG takes them, and the words at the axes."""

    done: str
    due: str
    band: str
    today: float
    days: list[tuple[float, date]]
    counts: list[tuple[float, int]]
    width: int = WIDTH
    height: int = HEIGHT


def chart(found: Status, told: Forecast) -> Chart:
    """Units done by day, units due by the plan, and the range of what is to come."""
    first = found.campaign.starts_on
    ends = [found.campaign.ends_on, found.day, told.latest or told.expected or first]
    last = min(max(ends), date.fromordinal(found.campaign.ends_on.toordinal() + 60))
    span = max(1, (last - first).days)
    most = max(1, len(found.units))

    def x(day: date) -> float:
        at = min(max((day - first).days, 0), span)
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * at / span, 1)

    def y(count: float) -> float:
        return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * count / most, 1)

    now = min(max(found.day, first), last)
    band = ""
    if told.expected and told.earliest and told.done < most:
        late = min(told.latest or last, last)
        band = f"{x(now)},{y(told.done)} {x(told.earliest)},{y(most)} {x(late)},{y(most)}"
    return Chart(
        done=_steps(found.done_days, x(first), x(now), x, y),
        due=_steps(sorted(one.wave.due_on for one in found.units), x(first), x(last), x, y),
        band=band,
        today=x(now),
        days=[
            (x(day), day)
            for day in sorted({first, now, found.campaign.ends_on})
            if day in (first, found.campaign.ends_on)
            or min(now - first, abs(found.campaign.ends_on - now)) > (last - first) / 8
        ],
        counts=[(y(count), count) for count in (0, most // 2, most)],
    )


def _steps(
    days: Sequence[date],
    left: float,
    right: float,
    x: Callable[[date], float],
    y: Callable[[float], float],
) -> str:
    """A line that climbs by one on each day, in steps."""
    points = [f"{left},{y(0)}"]
    for count, day in enumerate(days, 1):
        points += [f"{x(day)},{y(count - 1)}", f"{x(day)},{y(count)}"]
    return " ".join([*points, f"{right},{y(len(days))}"])
