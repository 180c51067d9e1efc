"""What is remarkable about a unit's list as a committee: kept as it is, but said."""

from collections.abc import Iterator
from typing import Any

from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.enums import Post
from jinguo.roster.errors import Fault, Problem, placing
from jinguo.roster.queries.state import COMMITTEE
from jinguo.roster.rules.composition import RuleFact, judge


def remarks(unit_list: UnitList, unit: str, rules: list[RuleFact]) -> Iterator[Problem]:
    """Warnings about one unit's list, at the cell of its unit."""
    seats = [row for _file, _sheet, row in unit_list.rows if row.post in COMMITTEE]
    if not seats:
        return
    failing = [verdict for verdict in judge(rules, seats) if not verdict.ok]
    without = [one.rule.category_name for one in failing if one.rule.kind == "category"]
    if without and not any(seat.categories for seat in seats):
        without = ["、".join(without)]  # no categories at all is one remark, not one for each
    for category in without:
        yield _at_unit(placing.CATEGORY_MISSING, unit_list, unit, {"category": category})
    for verdict in failing:
        if verdict.rule.kind == "chair":
            yield _chairs(unit_list, unit)
        elif verdict.rule.kind != "category":
            words = {"rule": verdict.title, "counted": verdict.counted, "fix": verdict.fix}
            yield _at_unit(placing.COMPOSITION, unit_list, unit, words)


def _at_unit(fault: Fault, unit_list: UnitList, unit: str, words: dict[str, Any]) -> Problem:
    file, sheet, first = unit_list.rows[0]
    return Problem(fault, file, sheet.name, first.unit_cell, unit, {"unit": unit, **words})


def _chairs(unit_list: UnitList, unit: str) -> Problem:
    chairs = [one for one in unit_list.rows if one[2].post == Post.CHAIR]
    if not chairs:
        return _at_unit(placing.CHAIR_MISSING, unit_list, unit, {})
    names = "、".join(row.name for _file, _sheet, row in chairs)
    file, sheet, second = chairs[1]
    return Problem(
        placing.CHAIRS_SEVERAL,
        file,
        sheet.name,
        sheet.cell("post", second.row),
        "主席",  # what the cell says, whatever the reader's language
        {"unit": unit, "count": len(chairs), "names": names},
        ("副主席", "执委"),
    )
