"""Imports as tests ask for them, and pictures of what they left."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

import jinguo.cli
from jinguo.kernel.actor import IMPORT, VIEW, Actor, Grant, system
from jinguo.roster.actions.importing import ImportRequest, Report, run
from jinguo.roster.enums import COMMITTEE_POSTS
from jinguo.roster.models import Appointment
from tests.factories.counties import LINSHAN, county
from tests.factories.workbooks import Woman, book, sheet

REAL = Path(jinguo.cli.__file__).parent / "demo_data" / "rosters" / "qingliu-2017"
QINGLIU = "350423"


def bring(
    *files: tuple[str, bytes],
    into: str = LINSHAN,
    as_of: date | None = None,
    apply: bool = True,
    by: Actor | None = None,
    answers: Mapping[str, str] | None = None,
    corrections: Mapping[str, str] | None = None,
) -> Report:
    """Import these files."""
    request = ImportRequest(files, county(into), as_of, corrections or {}, answers or {})
    return run(request, by=by or system("test"), apply=apply)


def bring_list(*people: Woman, name: str = "名册.xlsx", **how: Any) -> Report:
    """Import one workbook with these people; ``title`` and ``day`` go to its sheet."""
    head = {key: how.pop(key) for key in ("title", "day", "columns") if key in how}
    return bring((name, book(sheet(*people, **head))), **how)


def applied(report: Report) -> Report:
    """The report of an import that was to be applied, and was."""
    assert not report.refused, [problem.as_json() for problem in report.problems]
    assert report.batch is not None
    return report


def real_file(name: str) -> tuple[str, bytes]:
    """One of the 14 workbooks, like 林畲乡 or before."""
    path = REAL / f"{name}.xlsx" if name == "before" else REAL / "after" / f"{name}.xlsx"
    return path.name, path.read_bytes()


def after_files() -> list[tuple[str, bytes]]:
    """What the 13 townships handed in."""
    return [(path.name, path.read_bytes()) for path in sorted((REAL / "after").glob("*.xlsx"))]


def found(report: Report, *severities: str) -> list[tuple[str, str, str]]:
    """Severity, code and cell of the problems, of all or of these severities."""
    return [
        (str(one.severity.value), one.fault.code, one.cell)
        for one in report.problems
        if not severities or one.severity.value in severities
    ]


def refusals(report: Report) -> list[tuple[str, str]]:
    """Code and cell of what stands in the way."""
    return [(code, cell) for _severity, code, cell in found(report, "refuse")]


def counts(report: Report) -> tuple[int, int, int, int]:
    """Joined, left, changed, unchanged."""
    return report.joined, report.left, report.changed, report.unchanged


def seats(day: date | str, unit: str = "") -> set[tuple[str, str]]:
    """Name and post of everybody who sits on a day, in the unit with this code or in all."""
    return {(name, post) for _code, name, post, _start, _end in periods(unit, day)}


def names(day: date | str, unit: str = "") -> list[str]:
    """The names of everybody who sits on a day."""
    return sorted(name for _code, name, _post, _start, _end in periods(unit, day))


def periods(unit: str = "", day: date | str | None = None) -> list[tuple[str, str, str, str, str]]:
    """Newest code, name, post, from and until of committee seats, by name and start."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    codes = newest_codes()
    found = []
    for one in _committee_seats():
        if on and not (one.starts_on <= on and (one.ends_on is None or on < one.ends_on)):
            continue
        code = codes[one.federation.division_id]
        if code.startswith(unit):
            row = (code, one.person.name, one.post, str(one.starts_on), str(one.ends_on or ""))
            found.append(row)
    return sorted(found, key=lambda row: (row[1], row[3], row[0]))


def _committee_seats() -> list[Appointment]:
    posts = [str(post.value) for post in COMMITTEE_POSTS]
    return list(Appointment.objects.filter(post__in=posts).select_related("person", "federation"))


def newest_codes() -> dict[int, str]:
    """Today's code of every place."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct on (division_id) division_id, code from divisions_version"
            " order by division_id, valid_from desc nulls last"
        )
        return dict(cursor.fetchall())


ROSTER_TABLES = ("people_person", "roster_appointment")
"""What rosters say; what an undo restores (the memory of lists with it)."""
ALL_TABLES = (
    *ROSTER_TABLES,
    "roster_batch",
    "roster_batchfile",
    "roster_change",
    "roster_listday",
    "roster_decision",
    "roster_meeting",
    "federations_federation",
    "files_storedfile",
    "audit_entry",
)


def picture(*tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that stands in these tables (people and appointments unless named)."""
    taken = {}
    with connection.cursor() as cursor:
        for table in tables or ROSTER_TABLES:
            cursor.execute(f"select * from {table} order by id")  # noqa: S608  names of our tables
            taken[table] = [
                tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
                for row in cursor.fetchall()
            ]
    return taken


def officer(*prefixes: str, capabilities: tuple[str, ...] = (VIEW, IMPORT), id: int = 7) -> Actor:
    """Somebody with rights below these code prefixes only."""
    grants = tuple(Grant(one, prefix) for prefix in prefixes for one in capabilities)
    return Actor(id, "乡镇妇联", grants)
