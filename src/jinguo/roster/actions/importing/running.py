"""An import from files to batch, in one transaction; page and command share it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection, transaction

from jinguo.audit.actions import record
from jinguo.divisions.queries import Place, ancestors, counties, names_ever
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.actions import open_county
from jinguo.federations.queries import closings, federation_name, federations_of
from jinguo.files.actions import store
from jinguo.kernel.actor import IMPORT, Actor
from jinguo.roster.actions.importing.composing import remarks
from jinguo.roster.actions.importing.fitting import fit
from jinguo.roster.actions.importing.identity import Identifier
from jinguo.roster.actions.importing.placing import Placer, UnitList
from jinguo.roster.actions.importing.plan import Plan
from jinguo.roster.actions.importing.planning import Planner
from jinguo.roster.actions.importing.request import ImportRequest, Report, corrections_of
from jinguo.roster.actions.importing.rollcall import RollCall
from jinguo.roster.actions.importing.writing import IdSource, write
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.errors import CountyForbidden, Problem, placing
from jinguo.roster.models import Batch, BatchFile
from jinguo.roster.queries.state import State, load_state, namesakes_elsewhere
from jinguo.roster.queries.vocabulary import RuleBook, category_names, category_words
from jinguo.roster.readers import RosterFile, Vocabulary, read_roster
from jinguo.roster.readers.pausing import no_collection
from jinguo.roster.rules.units import UnitIndex


@dataclass(frozen=True, slots=True)
class _Context:
    """What does not change from one day's lists to the next."""

    request: ImportRequest
    index: UnitIndex
    report: Report
    batch_id: int
    ids: IdSource
    identifier: Identifier


@no_collection()
def run(request: ImportRequest, *, by: Actor, apply: bool) -> Report:
    """Read, check and plan an import; write it if ``apply`` and nothing is refused.

    Without ``apply`` everything is done and rolled back, so that what is shown is
    what would happen. Lists already known leave no batch. Raises
    ``CountyForbidden`` where the actor may import nowhere in the county.
    """
    if not _may_import(request.county, by):
        raise CountyForbidden(county=request.county.short)
    report = Report()
    files = _read(request, report)
    with transaction.atomic():
        queue_up(request.county.division_id)
        kept = transaction.savepoint()
        batch_id = _import(request, files, report, by)
        _sort_problems(report, files)
        if report.refused or report.empty or not apply:
            transaction.savepoint_rollback(kept)
            return report
        report.batch = batch_id
        _keep(request, report, batch_id, by)
    return report


def _may_import(county: Place, by: Actor) -> bool:
    return any(
        prefix.startswith(county.prefix) or county.prefix.startswith(prefix)
        for prefix in by.prefixes(IMPORT)
    )


def _read(request: ImportRequest, report: Report) -> list[RosterFile]:
    names, markers = category_words()
    vocabulary = Vocabulary(names=names, markers=markers)
    files: list[RosterFile] = []
    seen: dict[str, str] = {}
    for name, content in request.files:
        corrections = corrections_of(request.corrections, name)
        file = read_roster(name, content, vocabulary, corrections, request.as_of)
        if file.digest in seen:
            report.problems.append(
                Problem(placing.FILE_TWICE, name, data={"other": seen[file.digest]})
            )
            continue
        seen[file.digest] = name
        report.problems.extend(file.problems)
        report.problems.extend(fit(file))
        report.rows += sum(len(sheet.rows) for sheet in file.sheets)
        files.append(file)
    if not report.rows and not report.refused:
        report.problems.append(
            Problem(placing.NOTHING_TO_IMPORT, request.files[0][0] if request.files else "")
        )
    return files


def _sort_problems(report: Report, files: Sequence[RosterFile]) -> None:
    """In the order in which somebody reads the files: by file, sheet, row and column."""
    sheets = [(file.name, sheet.name) for file in files for sheet in file.sheets]
    order = {place: position for position, place in enumerate(sheets)}
    report.problems.sort(
        key=lambda problem: (
            order.get((problem.file, problem.sheet), -1),
            int("".join(filter(str.isdigit, problem.cell)) or 0),
            len(problem.cell),
            problem.cell,
        )
    )


def _import(request: ImportRequest, files: Sequence[RosterFile], report: Report, by: Actor) -> int:
    open_county(county=request.county, by=by)
    day = request.as_of or max(
        (sheet.reported_on for file in files for sheet in file.sheets if sheet.reported_on),
        default=date.max,
    )
    above = [place.name for place in ancestors(request.county, day)]
    index = UnitIndex(
        names_ever(request.county), [*above, request.county.name, request.county.short]
    )
    others = [one.short for one in counties() if one.division_id != request.county.division_id]
    placer = Placer(request, index, others, closings(request.county), by)
    lists = placer.place(files)
    report.problems.extend(placer.problems)
    batch = Batch.objects.create(
        county_id=request.county.division_id, by_id=by.id, by_name=by.name, report={}
    )
    with connection.cursor() as cursor:
        context = _Context(
            request, index, report, batch.pk, IdSource(cursor, "people_person"),
            Identifier(request.answers),
        )  # fmt: skip
        people: set[int] = set()
        days = [(day, list(one)) for day, one in groupby(lists, key=lambda one: one.as_of)]
        for as_of, of_day in days:
            people |= _one_day(context, as_of, of_day, last=as_of == days[-1][0])
    report.problems.extend(context.identifier.problems)
    report.questions.extend(context.identifier.questions)
    report.people = len(people)
    report.units = len({one.division_id for one in lists})
    report.days = sorted({one.as_of for one in lists})
    return batch.pk


def _one_day(context: _Context, as_of: date, lists: list[UnitList], *, last: bool) -> set[int]:
    """Plan one day's lists and write them, so that the next day builds on them."""
    federations = federations_of([one.division_id for one in lists], as_of)
    state = load_state(list(federations.values()))
    context.identifier.learn(state.people.values())
    _learn_elsewhere(context, lists, state, list(federations.values()))
    units = _units(context.index, federations, as_of)
    plan = Plan()
    calls = RollCall(state, context.identifier, context.report, plan, context.ids)
    called = [calls.call(one, federations[one.division_id]) for one in lists]
    names = {person.person_id: person.name for person in state.people.values()}
    planner = Planner(state, context.report, plan, units, names, category_names())
    for one in called:
        planner.add(one)
    _remark(context, lists, federations, units)
    if not (last and (context.report.refused or context.report.empty)):
        write(plan, state, batch_id=context.batch_id, as_of=as_of)
    return {person_id for one in called for _at, person_id in one.rows}


def _remark(
    context: _Context,
    lists: list[UnitList],
    federations: dict[int, int],
    units: dict[int, tuple[str, str]],
) -> None:
    book = RuleBook()
    for unit_list in lists:
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
    context: _Context, lists: list[UnitList], state: State, federation_ids: list[int]
) -> None:
    names = {row.name for one in lists for _file, _sheet, row in one.rows}
    phones = {row.phone for one in lists for _file, _sheet, row in one.rows if row.phone}
    lowest, highest = bounds(context.request.county.prefix)
    found = namesakes_elsewhere(names, phones, lowest, highest, federation_ids)
    context.identifier.learn(found)
    for person in found:
        state.people.setdefault(person.person_id, person)


def _keep(request: ImportRequest, report: Report, batch_id: int, by: Actor) -> None:
    """The batch with its files and its report, and the audit entry."""
    Batch.objects.filter(pk=batch_id).update(report=_summary(report))
    BatchFile.objects.bulk_create(
        BatchFile(batch_id=batch_id, name=name, stored=store(content=content))
        for name, content in request.files
    )
    record(
        by=by,
        verb="roster.imported",
        subject="batch",
        subject_id=batch_id,
        unit_code=request.county.code,
        files=[name for name, _content in request.files],
        **report.counts(),
    )


def _summary(report: Report) -> dict[str, Any]:
    summary = replace(report, problems=report.problems[:1000]).as_json()
    summary["days"] = [day.isoformat() for day in report.days]
    return summary
