"""What is remarkable about a unit's list as a committee: kept as it is, but said."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.enums import Post
from jinguo.roster.errors import Fault, Problem, placing
from jinguo.roster.queries.state import COMMITTEE
from jinguo.roster.readers import RosterRow
from jinguo.roster.rules.composition import RuleFact, judge
from jinguo.roster.rules.matching import Verdict, within_list


def remarks(unit_list: UnitList, unit: str, rules: list[RuleFact]) -> Iterator[Problem]:
    """Warnings about one unit's list, at the cell of its unit."""
    seats = _each_once([row for _file, _sheet, row in unit_list.rows if row.post in COMMITTEE])
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
    rows = _each_once([row for _file, _sheet, row in unit_list.rows if row.post == Post.CHAIR])
    if not rows:
        return _at_unit(placing.CHAIR_MISSING, unit_list, unit, {})
    file, sheet, second = next(one for one in unit_list.rows if one[2] is rows[1])
    return Problem(
        placing.CHAIRS_SEVERAL,
        file,
        sheet.name,
        sheet.cell("post", second.row),
        "主席",  # what the cell says, whatever the reader's language
        {"unit": unit, "count": len(rows), "names": "、".join(row.name for row in rows)},
        ("副主席", "执委"),
    )


def _each_once(rows: list[RosterRow]) -> list[RosterRow]:
    """Without the rows that name a woman again; those are remarked on where she is looked for."""
    if len({row.name for row in rows}) == len(rows):
        return rows
    found: list[RosterRow] = []
    by_name: dict[str, list[RosterRow]] = defaultdict(list)
    for row in rows:
        if not any(_same(one, row) for one in by_name[row.name]):
            by_name[row.name].append(row)
            found.append(row)
    return found


def _same(one: RosterRow, other: RosterRow) -> bool:
    verdict = within_list(one.birth_month, one.phone, other.birth_month, other.phone)
    return verdict is Verdict.SAME
