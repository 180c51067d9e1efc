"""The verdict on the composition of committees, for any unit and day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jinguo.divisions.queries import place
from jinguo.federations.queries import Unit, newest_codes, units_below
from jinguo.kernel.actor import VIEW, Actor
from jinguo.roster.queries.committees import Seat, committees
from jinguo.roster.queries.vocabulary import RuleBook
from jinguo.roster.rules.composition import RuleVerdict, judge


@dataclass(frozen=True, slots=True)
class UnitVerdict:
    """One committee judged by the rules in force for it on the day."""

    unit: Unit
    seats: tuple[Seat, ...]
    rules: tuple[RuleVerdict, ...]

    @property
    def ok(self) -> bool:
        """Whether every rule is met."""
        return all(rule.ok for rule in self.rules)

    def as_json(self) -> dict[str, Any]:
        """The form other programs read (``jinguo composition --json``)."""
        return {
            "unit": self.unit.code,
            "name": self.unit.name,
            "rules": [
                {
                    "rule": verdict.rule.key,
                    "ok": verdict.ok,
                    "counted": verdict.counted,
                    "fix": verdict.fix,
                }
                for verdict in self.rules
            ],
        }


def verdicts(code: str, day: date, *, reader: Actor) -> list[UnitVerdict]:
    """Verdicts on the unit and all below it whose committee sits on ``day``, by code.

    A unit asked for by its own code is judged even where nobody sits. Raises
    ``DivisionUnknown``; units outside the reader's scope are left out.
    """
    top = place(code, day)
    units = units_below(code, day)
    today = newest_codes([unit.federation_id for unit in units])
    return judged(
        [unit for unit in units if reader.may(VIEW, today[unit.federation_id])],
        day,
        always=top.division_id,
    )


def judged(
    units: list[Unit], day: date, *, always: int | None = None, phones: bool = False
) -> list[UnitVerdict]:
    """Verdicts on these units; those where nobody sits are left out, but for ``always``.

    Seats come without their ``phones`` unless a page shows them.
    """
    seats = committees([unit.federation_id for unit in units], day, phones=phones)
    book = RuleBook()
    found = []
    for unit in units:
        sitting = seats[unit.federation_id]
        rules = book.rules(unit.code, unit.level, day)
        if sitting or (rules and unit.place.division_id == always):
            found.append(UnitVerdict(unit, tuple(sitting), tuple(judge(rules, sitting))))
    return found
