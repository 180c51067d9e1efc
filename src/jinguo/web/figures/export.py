"""The rows behind a figure as a workbook."""

import io
from collections.abc import Iterator

import xlsxwriter
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.divisions.queries import Place
from jinguo.federations.queries import federation_name
from jinguo.kernel import clock
from jinguo.kernel.actor import Actor
from jinguo.roster.actions.exporting import Excerpt, ExportRequest
from jinguo.statistics.enums import Counted
from jinguo.statistics.queries import FederationRow, Row, RowPage
from jinguo.statistics.rules import Indicator
from jinguo.web.base.days import Days
from jinguo.web.base.workbooks import TYPE, roster_workbook


def workbook(
    reader: Actor,
    place: Place,
    indicator: Indicator,
    level: str,
    days: Days,
    found: RowPage,
    *,
    reason: str = "",
) -> HttpResponse:
    """An .xlsx that says what it counts, who took it and when; taking it is recorded.

    People stand in the layout of a roster, so that what is mended in it can be imported again;
    their numbers are masked unless there is a ``reason``.
    """
    with transaction.atomic():
        record(
            by=reader,
            verb="figure.exported",
            subject="division",
            subject_id=place.division_id,
            unit_code=place.code,
            indicator=indicator.name,
            level=level,
            day=days.day.isoformat(),
            compare=days.compare.isoformat() if days.compare else None,
            rows=found.total,
        )
        seats = [row.appointment_id for row in found.rows if isinstance(row, Row)]
        if seats or indicator.counted != Counted.FEDERATIONS:
            only = Excerpt(seats, "　".join(_head(reader, place, indicator, days, found)[:-1]))
            asked = ExportRequest(
                place, days.day, clock.now(), only=only, contacts=bool(reason), reason=reason
            )
            return roster_workbook(asked, reader)
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        _write(book, _head(reader, place, indicator, days, found), found)
    answer = HttpResponse(content.getvalue(), content_type=TYPE)
    name = f"{place.prefix}-{level}-{indicator.name}-{days.day.isoformat()}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _head(
    reader: Actor, place: Place, indicator: Indicator, days: Days, found: RowPage
) -> list[str]:
    words = {"unit": federation_name(place), "figure": indicator.title, "n": found.total}
    head = [
        _("%(unit)s · %(figure)s: %(n)s") % words,
        str(indicator.definition),
        _("As of %(day)s") % {"day": days.day},
    ]
    if days.compare:
        head.append(_("Compared with %(day)s") % {"day": days.compare})
    taken = {"who": reader.name, "when": clock.now().strftime("%Y-%m-%d %H:%M")}
    head.append(_("Taken by %(who)s on %(when)s") % taken)
    return head


def _write(book: xlsxwriter.Workbook, head: list[str], found: RowPage) -> None:
    sheet = book.add_worksheet()
    strong = book.add_format({"bold": True})
    for number, text in enumerate(head):
        sheet.write_string(number, 0, text, strong if number == 0 else None)
    top = len(head) + 1
    for number, line in enumerate(_lines(found), top):
        for column, value in enumerate(line):
            sheet.write_string(number, column, value, strong if number == top else None)
    sheet.set_column(0, 5, 20)
    sheet.freeze_panes(top + 1, 0)


def _lines(found: RowPage) -> Iterator[tuple[str, ...]]:
    """The headings, then a line a federation."""
    yield _("Unit"), _("Code"), _("Founded")
    for unit in found.rows:
        if isinstance(unit, FederationRow):
            yield unit.unit_name, unit.unit_code, unit.founded_on.isoformat()
