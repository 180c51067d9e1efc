"""The indicators of the house. A figure that is not here is not shown anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.statistics.enums import Counted


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure that counts rows.

    ``condition`` is the SQL, over a seat of the tally, of what is counted: the seat itself, or
    the person in it. Federations are counted as a whole. ``compared`` figures need a compare day.
    """

    name: str
    counted: Counted
    title: str | Promise
    definition: str | Promise
    condition: str = "true"
    compared: bool = False

    @property
    def unit(self) -> str | Promise:
        """What one of it is: a seat, a person, a federation."""
        return self.counted.label


INDICATORS: dict[str, Indicator] = {
    one.name: one
    for one in (
        Indicator(
            "federations",
            Counted.FEDERATIONS,
            _("Federations"),
            _(
                "Units whose executive committee has sat by the day and that are not closed. "
                "What is due is the divisions in the list of that day."
            ),
        ),
        Indicator(
            "executives",
            Counted.SEATS,
            _("Executives"),
            _("Seats on executive committees, chair and vice-chairs included."),
        ),
        Indicator(
            "people",
            Counted.PEOPLE,
            _("Persons on committees"),
            _("Who holds these seats; somebody with two seats at this level counts once."),
        ),
        Indicator(
            "chairs",
            Counted.SEATS,
            _("Chairs"),
            _("Chairs among the executives."),
            "post = 'chair'",
        ),
        Indicator(
            "vice_chairs",
            Counted.SEATS,
            _("Vice-chairs"),
            _("Vice-chairs of every kind among the executives."),
            "post = 'vice_chair'",
        ),
        Indicator(
            "full_time_vice_chairs",
            Counted.SEATS,
            _("Full-time vice-chairs"),
            _("Vice-chairs recorded as full-time."),
            "post = 'vice_chair' and kind = 'full_time'",
        ),
        Indicator(
            "part_time_vice_chairs",
            Counted.SEATS,
            _("Part-time vice-chairs"),
            _("Vice-chairs recorded as part-time (兼职)."),
            "post = 'vice_chair' and kind = 'part_time'",
        ),
        Indicator(
            "seconded_vice_chairs",
            Counted.SEATS,
            _("Seconded vice-chairs"),
            _("Vice-chairs recorded as seconded (挂职)."),
            "post = 'vice_chair' and kind = 'seconded'",
        ),
        Indicator(
            "unstated_vice_chairs",
            Counted.SEATS,
            _("Vice-chairs, kind not stated"),
            _("Vice-chairs whose roster gives no kind (plain 副主席)."),
            "post = 'vice_chair' and kind = ''",
        ),
        Indicator(
            "new_executives",
            Counted.SEATS,
            _("New executives"),
            _("Executives who held no executive post in that unit on the compare day."),
            "not was_executive",
            compared=True,
        ),
        Indicator(
            "new_part_time_vice_chairs",
            Counted.SEATS,
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


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of two figures: no rows of its own, but a definition.

    ``per`` is the name of an indicator, or ``due`` for the divisions due on the day; ``form``
    puts the quotient into digits.
    """

    name: str
    count: str
    per: str
    form: Callable[[int, int], str | None]
    title: str | Promise
    definition: str | Promise
    unit: str | Promise = ""


RATIOS: dict[str, Ratio] = {
    one.name: one
    for one in (
        Ratio(
            "coverage",
            "federations",
            "due",
            rate,
            _("Coverage"),
            _("Federations that count on the day, of the divisions due on it; rounded half up."),
        ),
        Ratio(
            "executives_per_federation",
            "executives",
            "federations",
            average,
            _("Executives per federation"),
            _("Executives divided by federations; one decimal, rounded half up."),
        ),
        Ratio(
            "vice_chairs_per_federation",
            "vice_chairs",
            "federations",
            average,
            _("Vice-chairs per federation"),
            _("Vice-chairs divided by federations; one decimal, rounded half up."),
        ),
    )
}

FIGURES: dict[str, Indicator | Ratio] = {**INDICATORS, **RATIOS}
"""Every figure, in the order in which they are shown."""
