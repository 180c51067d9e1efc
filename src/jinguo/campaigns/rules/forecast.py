"""When a campaign will be done if it goes on as it went, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt

WINDOW = 14
"""Days whose pace is taken for what comes: two weeks even out markets and holidays."""
FEW = 3
"""With fewer units done than this the pace says nothing."""
SURE = 1.28
"""Standard deviations to either side: eight of ten forecasts lie within."""
_FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Units done of ``targets`` on ``day``, ``pace`` units a day, and the days that follow from it.

    ``expected``, ``earliest`` and ``latest`` are ``None`` where the pace is nothing or too few were
    done to tell; each alone where it lies more than ten years ahead.
    """

    day: date
    targets: int
    done: int
    pace: float
    expected: date | None
    earliest: date | None
    latest: date | None


def forecast(days: Sequence[date], *, targets: int, since: date, day: date) -> Forecast:
    """From the days on which units were done (``days``), counted to ``day``.

    The pace is that of the last two weeks, or since the beginning where that is shorter. Units
    are taken for independent arrivals: what was counted and what is to come are both uncertain.
    """
    done = sorted(one for one in days if one <= day)
    left = targets - len(done)
    if left <= 0:
        last = done[-1] if done else day
        return Forecast(day, targets, len(done), 0.0, last, last, last)
    first = max(since, day - timedelta(days=WINDOW - 1))
    length = max(1, (day - first).days + 1)
    recent = sum(one >= first for one in done)
    pace = recent / length
    if recent < FEW:
        return Forecast(day, targets, len(done), pace, None, None, None)
    usual = left * length / (recent + 0.5)
    return Forecast(
        day,
        targets,
        len(done),
        pace,
        _after(day, left / pace),
        _after(day, min(left / pace, usual * _ratio(left, recent, -SURE))),
        _after(day, max(left / pace, usual * _ratio(left, recent, SURE))),
    )


def _ratio(left: int, recent: int, deviations: float) -> float:
    """A quantile of how much longer or shorter the rest may take than the pace of the window says.

    With independent arrivals the time for ``left`` of them, over that of ``recent`` counted ones,
    follows the F distribution of 2 left and 2 recent + 1 degrees of freedom: both what was counted
    and what is to come are uncertain. Wilson and Hilferty's approximation.
    """
    ahead, behind = 1 / (9 * left), 2 / (9 * (2 * recent + 1))
    z2 = deviations * deviations
    root = (1 - ahead) ** 2 * behind + (1 - behind) ** 2 * ahead - ahead * behind * z2
    over = (1 - ahead) * (1 - behind) + deviations * sqrt(root)
    return max(0.0, over / ((1 - behind) ** 2 - behind * z2)) ** 3


def _after(day: date, days: float) -> date | None:
    return None if days > _FAR.days else day + timedelta(days=max(1, ceil(days)))
