"""What is remarkable about a unit's list as a committee: kept as it is, but said."""

from collections.abc import Iterator

from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.enums import Post
from jinguo.roster.errors import Problem, placing
from jinguo.roster.queries.state import COMMITTEE
from jinguo.roster.rules.composition import RuleFact, judge


def remarks(unit_list: UnitList, unit: str, rules: list[RuleFact]) -> Iterator[Problem]:
    """Warnings about one unit's list, at the cell of its unit."""
    seats = [row for _file, _sheet, row in unit_list.rows if row.post in COMMITTEE]
    if not seats:
        return
    file, sheet, first = unit_list.rows[0]
    cell = first.unit_cell
    for verdict in judge(rules, seats):
        if verdict.ok:
            continue
        if verdict.rule.kind == "category":
            yield Problem(
                placing.CATEGORY_MISSING, file, sheet.name, cell, unit,
                {"unit": unit, "category": verdict.rule.category_name},
            )  # fmt: skip
        elif verdict.rule.kind == "chair" and not verdict.counted:
            yield Problem(placing.CHAIR_MISSING, file, sheet.name, cell, unit, {"unit": unit})
        elif verdict.rule.kind == "chair":
            chairs = [one for one in unit_list.rows if one[2].post == Post.CHAIR]
            second_file, second_sheet, second = chairs[1]
            names = "、".join(row.name for _file, _sheet, row in chairs)
            yield Problem(
                placing.CHAIRS_SEVERAL, second_file, second_sheet.name,
                second_sheet.cell("post", second.row), str(Post.CHAIR.label),
                {"unit": unit, "count": len(chairs), "names": names},
                ("副主席", "执委"),
            )  # fmt: skip
        else:
            yield Problem(
                placing.COMPOSITION, file, sheet.name, cell, unit,
                {
                    "unit": unit, "rule": verdict.title,
                    "counted": verdict.counted, "fix": verdict.fix,
                },
            )  # fmt: skip
