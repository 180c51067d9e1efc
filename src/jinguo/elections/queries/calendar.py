"""The calendar of terms: when the committees of a part of the tree are to be elected anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jinguo.elections.enums import RuleKind, TermState
from jinguo.elections.models import Congress
from jinguo.elections.queries.rulebook import rule_shelf
from jinguo.elections.rules.terms import end_of, state_of
from jinguo.federations.queries import Unit
from jinguo.roster.queries.terms import terms


@dataclass(frozen=True, slots=True)
class TermLine:
    """The term of a unit as a day shows it.

    ``years`` is the length by the rules in force when it began, ``source`` where they stand;
    without a rule there is no ``ends_on``. ``congress_id`` is the congress under way.
    """

    unit: Unit
    state: TermState
    began: date | None
    years: int | None
    source: str
    ends_on: date | None
    days_left: int | None
    congress_id: int | None

    @property
    def days_over(self) -> int:
        """How many days the term is over; 0 where it is not."""
        return max(0, -(self.days_left or 0))


def term_lines(units: Sequence[Unit], day: date) -> list[TermLine]:
    """A line a unit, the earliest end first, then those without one; four queries."""
    ids = [unit.federation_id for unit in units]
    begun = terms(ids)
    shelf = rule_shelf()
    under_way = Congress.objects.filter(
        federation_id__in=ids, signed_at__isnull=True, called_off_at__isnull=True
    )
    congresses = dict(under_way.values_list("federation_id", "pk"))
    lines = []
    for unit in units:
        began = max((one for one in begun[unit.federation_id] if one <= day), default=None)
        years, source, ends_on = None, "", None
        if began is not None:
            book = shelf.book(unit.code, unit.level, began)
            rule = next((one for one in book.rules if one.kind == RuleKind.TERM), None)
            if rule is not None and rule.maximum is not None:
                years, source = rule.maximum, rule.source
                ends_on = end_of(began, rule.maximum)
        lines.append(
            TermLine(
                unit=unit,
                state=state_of(began, ends_on, day),
                began=began,
                years=years,
                source=source,
                ends_on=ends_on,
                days_left=(ends_on - day).days if ends_on else None,
                congress_id=congresses.get(unit.federation_id),
            )
        )
    order = list(TermState)
    return sorted(
        lines, key=lambda one: (one.ends_on or date.max, order.index(one.state), one.unit.code)
    )
