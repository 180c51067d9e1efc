"""A masked number that is hers, as exports write it, says that it stays as it is."""

import re
from collections.abc import Iterable

from jinguo.people.queries import masked
from jinguo.roster.actions.importing.request import Report
from jinguo.roster.actions.importing.rollcall import Called
from jinguo.roster.errors import Problem
from jinguo.roster.errors.cells import PHONE_MASKED
from jinguo.roster.queries.state import State

_STARS = re.compile(r"[*＊×xX]")

Place = tuple[str, str, str]


def settle_masks(report: Report, called: Iterable[Called], state: State) -> None:
    """Take back the warnings about masked numbers under which those on record are seen.

    No masked number is ever stored; one that shows another number, or stands at somebody new,
    is still warned of.
    """
    warned = {_place(one): one for one in report.problems if one.fault is PHONE_MASKED}
    if not warned:
        return
    settled = set()
    for unit_list in called:
        for at, person_id in unit_list.rows:
            place = (at.file, at.sheet.name, at.sheet.cell("phone", at.row.row))
            known = state.people.get(person_id)
            if place in warned and known and _shows(warned[place], known["phone"]):
                settled.add(place)
    report.problems[:] = [
        one
        for one in report.problems
        if one.fault is not PHONE_MASKED or _place(one) not in settled
    ]


def _place(problem: Problem) -> Place:
    return problem.file, problem.sheet, problem.cell


def _shows(problem: Problem, phone: str) -> bool:
    return bool(phone) and _STARS.sub("*", problem.value.strip()) == masked(phone)
