"""The indicators of the house. A figure that is not here is not shown anywhere."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: ``condition`` is the SQL, over a seat of the tally, of what it counts.

    ``unit`` is what is counted (seats, federations); ``compared`` figures need a
    compare day; ``condition`` is empty where the rows are not seats.
    """

    name: str
    unit: str | Promise
    title: str | Promise
    definition: str | Promise
    condition: str = ""
    compared: bool = False


_SEATS = _("seats")

INDICATORS: dict[str, Indicator] = {
    one.name: one
    for one in (
        Indicator(
            "federations",
            _("federations"),
            _("Federations"),
            _(
                "Units whose executive committee has sat by the day and that are not closed. "
                "What is due is the divisions in the list of that day."
            ),
        ),
        Indicator(
            "executives",
            _SEATS,
            _("Executives"),
            _("Seats on executive committees, chair and vice-chairs included."),
            "true",
        ),
        Indicator(
            "chairs", _SEATS, _("Chairs"), _("Chairs among the executives."), "post = 'chair'"
        ),
        Indicator(
            "vice_chairs",
            _SEATS,
            _("Vice-chairs"),
            _("Vice-chairs of every kind among the executives."),
            "post = 'vice_chair'",
        ),
        Indicator(
            "full_time_vice_chairs",
            _SEATS,
            _("Full-time vice-chairs"),
            _("Vice-chairs recorded as full-time."),
            "post = 'vice_chair' and kind = 'full_time'",
        ),
        Indicator(
            "part_time_vice_chairs",
            _SEATS,
            _("Part-time vice-chairs"),
            _("Vice-chairs recorded as part-time (兼职)."),
            "post = 'vice_chair' and kind = 'part_time'",
        ),
        Indicator(
            "seconded_vice_chairs",
            _SEATS,
            _("Seconded vice-chairs"),
            _("Vice-chairs recorded as seconded (挂职)."),
            "post = 'vice_chair' and kind = 'seconded'",
        ),
        Indicator(
            "unstated_vice_chairs",
            _SEATS,
            _("Vice-chairs, kind not stated"),
            _("Vice-chairs whose roster gives no kind (plain 副主席)."),
            "post = 'vice_chair' and kind = ''",
        ),
        Indicator(
            "new_executives",
            _SEATS,
            _("New executives"),
            _("Executives who held no executive post in that unit on the compare day."),
            "not was_executive",
            compared=True,
        ),
        Indicator(
            "new_part_time_vice_chairs",
            _SEATS,
            _("New part-time vice-chairs"),
            _(
                "Part-time vice-chairs who were not part-time vice-chair in that unit on the "
                "compare day, whatever else they were."
            ),
            "post = 'vice_chair' and kind = 'part_time' and not was_part_time_vice_chair",
            compared=True,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of two counted figures: no rows of its own, but a definition."""

    name: str
    title: str | Promise
    definition: str | Promise
    unit: str | Promise = ""


RATIOS: dict[str, Ratio] = {
    one.name: one
    for one in (
        Ratio(
            "coverage",
            _("Coverage"),
            _("Federations that count on the day, of the divisions due on it; rounded half up."),
        ),
        Ratio(
            "executives_per_federation",
            _("Executives per federation"),
            _("Executives divided by federations; one decimal, rounded half up."),
        ),
        Ratio(
            "vice_chairs_per_federation",
            _("Vice-chairs per federation"),
            _("Vice-chairs divided by federations; one decimal, rounded half up."),
        ),
    )
}


def average(count: int, units: int) -> str | None:
    """Count per unit with one decimal, rounded half up; ``None`` where there are no units."""
    if units == 0:
        return None
    quotient = Decimal(count) / Decimal(units)
    return str(quotient.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def rate(done: int, due: int) -> str | None:
    """Done of due in percent with one decimal, rounded half up; ``None`` where none is due."""
    if due == 0:
        return None
    quotient = Decimal(100 * done) / Decimal(due)
    return f"{quotient.quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}%"
