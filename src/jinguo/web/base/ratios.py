"""Figures made of two others: no rows of their own, but a definition like every figure."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of two counted figures; half up, one decimal."""

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
