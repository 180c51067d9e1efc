"""An import from files to batch, in one transaction; page and command share it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection, transaction

from jinguo.audit.actions import record
from jinguo.database.scope import whole_tree
from jinguo.divisions.queries import Place, ancestors, counties, names_ever
from jinguo.federations.actions import open_county
from jinguo.federations.queries import closings
from jinguo.files.actions import store
from jinguo.kernel.actor import IMPORT, Actor
from jinguo.roster.actions.importing.days import Context, import_day
from jinguo.roster.actions.importing.fitting import fit
from jinguo.roster.actions.importing.identity import Identifier
from jinguo.roster.actions.importing.opening import OpenBatch
from jinguo.roster.actions.importing.placing import Placer
from jinguo.roster.actions.importing.request import ImportRequest, Report, corrections_of
from jinguo.roster.actions.importing.writing import IdSource
from jinguo.roster.actions.queueing import queue_up
from jinguo.roster.errors import CountyForbidden, Problem, placing
from jinguo.roster.models import Batch, BatchFile
from jinguo.roster.queries.vocabulary import RuleBook, category_words
from jinguo.roster.readers import RosterFile, Vocabulary, read_roster
from jinguo.roster.readers.pausing import no_collection
from jinguo.roster.rules.units import UnitIndex


@no_collection()
@whole_tree()
def run(request: ImportRequest, *, by: Actor, apply: bool) -> Report:
    """Read, check and plan an import; write it if ``apply`` and nothing is refused.

    Without ``apply`` everything is done and rolled back, so that what is shown is
    what would happen. Lists already known leave no batch. Raises
    ``CountyForbidden`` where the actor may import nowhere in the county.
    """
    if not _may_import(request.county, by):
        raise CountyForbidden(county=request.county.short).asked(
            by, IMPORT, "unit", request.county.code, request.county.code
        )
    report = Report()
    files = _read(request, report)
    with transaction.atomic():
        queue_up(request.county.division_id)
        kept = transaction.savepoint()
        batch = _import(request, files, report, by, apply=apply)
        _sort_problems(report, files)
        if report.refused or report.empty or not apply:
            transaction.savepoint_rollback(kept)
            return report
        report.batch = batch.number()
        _keep(request, report, report.batch, by)
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


def _import(
    request: ImportRequest, files: Sequence[RosterFile], report: Report, by: Actor, *, apply: bool
) -> OpenBatch:
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
    batch = OpenBatch(request.county, by, apply=apply)
    with connection.cursor() as cursor:
        context = Context(
            request, index, report, batch, cursor, IdSource(cursor, "people_person"),
            Identifier(request.answers), RuleBook(),
        )  # fmt: skip
        people: set[int] = set()
        days = [(day, list(one)) for day, one in groupby(lists, key=lambda one: one.as_of)]
        for as_of, of_day in days:
            people |= import_day(context, as_of, of_day, last=as_of == days[-1][0])
    report.problems.extend(context.identifier.problems)
    report.questions.extend(context.identifier.questions)
    report.people = len(people)
    report.units = len({one.division_id for one in lists})
    report.days = sorted({one.as_of for one in lists})
    return batch


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
