"""Entries as a workbook whose head says who took it, when and why; taking it is recorded."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice

import xlsxwriter
from django.db import transaction
from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jinguo.audit.actions import record, seal
from jinguo.audit.queries.listing import every_entry
from jinguo.kernel import clock
from jinguo.kernel.actor import AUDIT, Actor
from jinguo.web.audit.asking import Asking, whole_office
from jinguo.web.audit.telling import Told, told
from jinguo.web.base.workbooks import TYPE

MOST = 50_000
WIDTHS = (10, 20, 18, 22, 24, 20, 14, 22, 50, 60)


def workbook(ask: Asking, reason: str, reader: Actor) -> HttpResponse:
    """The newest entries asked for, as many as a sheet is still opened with."""
    seal()
    content = io.BytesIO()
    with transaction.atomic():
        with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
            rows = _write(book, _lines(ask, reader), _head(ask, reason, reader))
        record(
            by=reader, verb="audit.exported", subject="audit", subject_id="",
            unit_code=_own_unit(reader), reason=reason, rows=rows, asked=ask.words,
        )  # fmt: skip
    answer = HttpResponse(content.getvalue(), content_type=TYPE)
    name = f"audit-{clock.today().isoformat()}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _own_unit(reader: Actor) -> str:
    return min(reader.prefixes(AUDIT), key=len, default="").ljust(12, "0")


def _lines(ask: Asking, reader: Actor) -> Iterator[Told]:
    office = whole_office(reader)
    found = every_entry(ask.asked, reader, office=office, most=MOST)
    while some := list(islice(found, 1000)):
        yield from told(some, reader, office=office)


def _head(ask: Asking, reason: str, reader: Actor) -> list[str]:
    words = {"who": reader.name, "when": clock.now().strftime("%Y-%m-%d %H:%M")}
    asked = "　".join(ask.words.values())
    return [
        _("Entries of the audit record"),
        _("Taken by %(who)s on %(when)s") % words,
        _("For: %(reason)s") % {"reason": reason},
        _("Which: %(words)s") % {"words": asked or _("all, the newest first")},
    ]


def _write(book: xlsxwriter.Workbook, lines: Iterator[Told], head: list[str]) -> int:
    sheet = book.add_worksheet(_("Record"))
    strong = book.add_format({"bold": True})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for number, text in enumerate(head):
        sheet.write_string(number, 0, text, strong if number == 0 else None)
    titles = (_("Entry"), _("When"), _("Who"), _("Did"), _("Object"), _("Unit"), _("Code"),
              _("From where"), _("Before → after"), _("What else"))  # fmt: skip
    sheet.write_row(len(head), 0, titles, strong)
    sheet.freeze_panes(len(head) + 1, 0)
    rows = 0
    for rows, line in enumerate(lines, 1):
        for column, text in enumerate(_cells(line)):
            sheet.write_string(len(head) + rows, column, text[:32_000])
    return rows


def _cells(line: Told) -> tuple[str, ...]:
    changed = ((one.label, f"{one.before} → {one.after}") for one in line.changes)
    return (
        str(line.id), f"{localtime(line.at):%Y-%m-%d %H:%M:%S}", line.who, line.did, line.subject,
        line.unit, line.unit_code, line.origin, _listed(changed),
        _listed(line.notes),
    )  # fmt: skip


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    named = (_("%(name)s: %(value)s") % {"name": name, "value": value} for name, value in pairs)
    return _("; ").join(named)
