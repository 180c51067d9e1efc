"""What a change of plan does, in sentences with the names of whom it touches."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.rules.changes import Does, Effect, Effects
from jinguo.kernel.language import day_in_words

INLINE = 6
"""So many names stand in the line; more are folded away."""

_SENTENCES: dict[Does, Promise] = {
    Does.JOINS: _("%(count)s units are asked from now on, in “%(now)s”"),
    Does.LEAVES: _("%(count)s units of “%(was)s” are not asked any more"),
    Does.MOVES: _("%(count)s units go from “%(was)s” to “%(now)s”"),
    Does.DUE: _("%(count)s units: deadline %(was)s → %(now)s"),
    Does.LATE: _("%(count)s units become overdue"),
    Does.IN_TIME: _("%(count)s units are no longer overdue"),
    Does.CLOSES: _("“%(of)s” closes for %(count)s units"),
    Does.OPENS: _("“%(of)s” opens again for %(count)s units"),
    Does.STEP_DUE: _("Step “%(of)s”, %(count)s units: deadline %(was)s → %(now)s"),
    Does.STEP_LATE: _("Step “%(of)s” becomes overdue for %(count)s units"),
    Does.STEP_IN_TIME: _("Step “%(of)s” is no longer overdue for %(count)s units"),
    Does.STEP_DONE: _("Step “%(of)s” is complete for %(count)s units"),
    Does.STEP_OPEN: _("Step “%(of)s” lacks papers again for %(count)s units"),
}
_GRAVE = (Does.LEAVES, Does.LATE, Does.OPENS, Does.STEP_LATE, Does.STEP_OPEN)


@dataclass(frozen=True, slots=True)
class Line:
    """An effect in a sentence, whom it touches, and whether it makes something worse."""

    text: str
    names: tuple[str, ...]
    grave: bool

    @property
    def folded(self) -> bool:
        """Whether the names are too many for the line."""
        return len(self.names) > INLINE


def lines(effects: Effects) -> list[Line]:
    """Every effect on units, in order."""
    return [_line(one) for one in effects.units]


def _line(one: Effect) -> Line:
    gates = dict(Gate.choices)
    words = {
        "count": len(one.units),
        "of": gates.get(one.of, one.of),
        "was": _said(one.was),
        "now": _said(one.now),
    }
    return Line(str(_SENTENCES[one.does]) % words, one.units, one.does in _GRAVE)


def _said(value: str | date | None) -> str:
    return day_in_words(value) if isinstance(value, date) else value or ""
