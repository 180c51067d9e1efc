"""The lists of one day: who is on them, what they change, and writing it."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from jinguo.database.beside import references_being_checked
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.queries import federation_name, federations_of
from jinguo.roster.actions.importing.composing import remarks
from jinguo.roster.actions.importing.identity import Identifier
from jinguo.roster.actions.importing.knowing import digest, known_lists
from jinguo.roster.actions.importing.masks import settle_masks
from jinguo.roster.actions.importing.opening import OpenBatch
from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.planning import Planner
from jinguo.roster.actions.importing.request import ImportRequest, Report
from jinguo.roster.actions.importing.rollcall import RollCall
from jinguo.roster.actions.importing.writing import (
    IdSource,
    new_people_arriving,
    write_lists,
    write_rest,
)
from jinguo.roster.queries.state import State, load_state, namesakes_elsewhere, people_on
from jinguo.roster.queries.vocabulary import RuleBook, category_names
from jinguo.roster.rules.units import UnitIndex


@dataclass(frozen=True, slots=True)
class Context:
    """What does not change from one day's lists to the next."""

    request: ImportRequest
    index: UnitIndex
    report: Report
    batch: OpenBatch
    cursor: CursorWrapper
    ids: IdSource
    identifier: Identifier
    rules: RuleBook


def import_day(context: Context, as_of: date, lists: list[UnitList], *, last: bool) -> set[int]:
    """Plan one day's lists and write them, so that the next day builds on them."""
    federations = federations_of([one.division_id for one in lists], as_of)
    units = _units(context.index, federations, as_of)
    known = known_lists(lists, federations, as_of)
    news = [one for one in lists if one.division_id not in known]
    context.report.unchanged += sum(len(one.rows) for one in lists if one.division_id in known)
    people = people_on([federations[division_id] for division_id in known], as_of)
    plan = Plan()
    if news:
        people |= _news(context, plan, as_of, news, federations, units, last=last)
    with _checked(context, last=last):
        _remark(context, lists, federations, units)
        digests = [digest(said) if said else "" for *_where, said in plan.lists]
    if plan.lists and _is_written(context, last=last):
        write_lists(plan, digests, batch_id=context.batch.number())
    return people


def _news(
    context: Context,
    plan: Plan,
    as_of: date,
    lists: list[UnitList],
    federations: dict[int, int],
    units: dict[int, tuple[str, str]],
    *,
    last: bool,
) -> set[int]:
    """The same for lists that are not known, written but for the lists; everybody on them."""
    ids = [federations[one.division_id] for one in lists]
    state = load_state(ids)
    context.identifier.learn(state.people.values())
    _learn_elsewhere(context, lists, state, ids)
    calls = RollCall(state, context.identifier, context.report, plan, context.ids)
    called = [calls.call(one, federations[one.division_id]) for one in lists]
    settle_masks(context.report, called, state)
    names = {person.person_id: person.name for person in state.people.values()}
    planner = Planner(state, context.report, plan, units, names, category_names())
    with _arriving(context, plan, as_of, last=last):
        for one in called:
            planner.add(one)
    if _is_written(context, last=last):
        write_rest(plan, state, batch_id=context.batch.number(), as_of=as_of)
    return {person_id for one in called for _at, person_id in one.rows}


def _is_written(context: Context, *, last: bool) -> bool:
    """Days build on each other, so only the last one can be left out where nothing will stand."""
    return not (last and (context.report.refused or context.report.empty))


def _arriving(
    context: Context, plan: Plan, as_of: date, *, last: bool
) -> AbstractContextManager[None]:
    """New people are written while their seats are planned, which takes about as long."""
    if (last and context.report.refused) or not plan.new_people:
        return nullcontext()
    return new_people_arriving(plan, batch_id=context.batch.number(), as_of=as_of)


def _checked(context: Context, *, last: bool) -> AbstractContextManager[None]:
    """What was written is checked while the lists are judged, instead of when all waits for it."""
    if not (last and context.batch.apply and context.batch.pk) or context.report.refused:
        return nullcontext()
    return references_being_checked(context.cursor)


def _remark(
    context: Context,
    lists: list[UnitList],
    federations: dict[int, int],
    units: dict[int, tuple[str, str]],
) -> None:
    for unit_list in lists:
        if unit_list.partial:
            continue
        code, name = units[federations[unit_list.division_id]]
        level = context.index.places[unit_list.division_id][-1].level
        rules = context.rules.rules(code, level, unit_list.as_of)
        context.report.problems.extend(remarks(unit_list, name, rules))


def _units(index: UnitIndex, federations: dict[int, int], day: date) -> dict[int, tuple[str, str]]:
    """Code and name of each federation as they were on the day of the list."""
    found = {}
    for division_id, federation_id in federations.items():
        place = index.on(division_id, day)
        found[federation_id] = (place.code, federation_name(place))
    return found


def _learn_elsewhere(
    context: Context, lists: list[UnitList], state: State, federation_ids: list[int]
) -> None:
    names = {row.name for one in lists for _file, _sheet, row in one.rows}
    phones = {row.phone for one in lists for _file, _sheet, row in one.rows if row.phone}
    lowest, highest = bounds(context.request.county.prefix)
    found = namesakes_elsewhere(names, phones, lowest, highest, federation_ids)
    context.identifier.learn(found)
    for person in found:
        state.people.setdefault(person.person_id, person)
