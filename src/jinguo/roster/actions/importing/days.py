"""The lists of one day: who is on them, what they change, and writing it."""

from dataclasses import dataclass
from datetime import date

from jinguo.divisions.rules.codes import bounds
from jinguo.federations.queries import federation_name, federations_of
from jinguo.roster.actions.importing.composing import remarks
from jinguo.roster.actions.importing.identity import Identifier
from jinguo.roster.actions.importing.knowing import known_lists
from jinguo.roster.actions.importing.masks import settle_masks
from jinguo.roster.actions.importing.opening import OpenBatch
from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.planning import Planner
from jinguo.roster.actions.importing.request import ImportRequest, Report
from jinguo.roster.actions.importing.rollcall import RollCall
from jinguo.roster.actions.importing.writing import IdSource, write
from jinguo.roster.queries.state import State, load_state, namesakes_elsewhere, people_on
from jinguo.roster.queries.vocabulary import RuleBook, category_names
from jinguo.roster.rules.units import UnitIndex
from jinguo.sealing.ring import ring


@dataclass(frozen=True, slots=True)
class Context:
    """What does not change from one day's lists to the next."""

    request: ImportRequest
    index: UnitIndex
    report: Report
    batch: OpenBatch
    ids: IdSource
    identifier: Identifier


def import_day(context: Context, as_of: date, lists: list[UnitList], *, last: bool) -> set[int]:
    """Plan one day's lists and write them, so that the next day builds on them."""
    federations = federations_of([one.division_id for one in lists], as_of)
    units = _units(context.index, federations, as_of)
    digests, known = known_lists(lists, federations, as_of)
    news = [one for one in lists if one.division_id not in known]
    context.report.unchanged += sum(len(one.rows) for one in lists if one.division_id in known)
    people = people_on([federations[division_id] for division_id in known], as_of)
    if news:
        people |= _news(context, as_of, news, federations, units, digests, last=last)
    _remark(context, lists, federations, units)
    return people


def _news(
    context: Context,
    as_of: date,
    lists: list[UnitList],
    federations: dict[int, int],
    units: dict[int, tuple[str, str]],
    digests: dict[int, str],
    *,
    last: bool,
) -> set[int]:
    """The same for lists that are not known; everybody on them."""
    ids = [federations[one.division_id] for one in lists]
    state = load_state(ids)
    context.identifier.learn(state.people.values())
    plan = Plan()
    _learn_elsewhere(context, lists, state, ids, plan)
    calls = RollCall(state, context.identifier, context.report, plan, context.ids)
    called = [
        calls.call(one, federations[one.division_id], digests[one.division_id]) for one in lists
    ]
    settle_masks(context.report, called, state)
    names = {person.person_id: person.name for person in state.people.values()}
    planner = Planner(state, context.report, plan, units, names, category_names())
    for one in called:
        planner.add(one)
    if not (last and (context.report.refused or context.report.empty)):
        write(plan, state, batch_id=context.batch.number(), as_of=as_of)
    return {person_id for one in called for _at, person_id in one.rows}


def _remark(
    context: Context,
    lists: list[UnitList],
    federations: dict[int, int],
    units: dict[int, tuple[str, str]],
) -> None:
    book = RuleBook()
    for unit_list in lists:
        if unit_list.partial:
            continue
        code, name = units[federations[unit_list.division_id]]
        level = context.index.places[unit_list.division_id][-1].level
        rules = book.rules(code, level, unit_list.as_of)
        context.report.problems.extend(remarks(unit_list, name, rules))


def _units(index: UnitIndex, federations: dict[int, int], day: date) -> dict[int, tuple[str, str]]:
    """Code and name of each federation as they were on the day of the list."""
    found = {}
    for division_id, federation_id in federations.items():
        place = index.on(division_id, day)
        found[federation_id] = (place.code, federation_name(place))
    return found


def _learn_elsewhere(
    context: Context, lists: list[UnitList], state: State, federation_ids: list[int], plan: Plan
) -> None:
    names = {row.name for one in lists for _file, _sheet, row in one.rows}
    phones = {row.phone for one in lists for _file, _sheet, row in one.rows if row.phone}
    lowest, highest = bounds(context.request.county.prefix)
    plan.sealed = ring().sealed_contacts(phones)
    found = namesakes_elsewhere(names, plan.sealed, lowest, highest, federation_ids)
    context.identifier.learn(found)
    for person in found:
        state.people.setdefault(person.person_id, person)
