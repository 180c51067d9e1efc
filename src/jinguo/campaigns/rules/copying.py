"""An earlier campaign, begun on another day."""

from dataclasses import replace
from datetime import date, timedelta

from jinguo.campaigns.rules.plans import Plan


def shifted(plan: Plan, first: date) -> Plan:
    """The same plan beginning on ``first``: every day of it as long after the first as it was.

    The document number is left out: another campaign rests on another paper.
    """
    by = first - plan.starts_on
    return replace(
        plan,
        starts_on=first,
        ends_on=plan.ends_on + by,
        basis_number="",
        waves=tuple(replace(one, due_on=one.due_on + by) for one in plan.waves),
        steps=tuple(
            replace(one, due_on=tuple(_moved(day, by) for day in one.due_on)) for one in plan.steps
        ),
        supervisors=tuple(
            replace(one, begins_on=_moved(one.begins_on, by), ends_on=_moved(one.ends_on, by))
            for one in plan.supervisors
        ),
    )


def _moved(day: date | None, by: timedelta) -> date | None:
    return day + by if day else None
