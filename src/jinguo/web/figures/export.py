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
from jinguo.roster.enums import Kind, Post
from jinguo.roster.queries.vocabulary import category_names
from jinguo.statistics.queries import FederationRow, Row, RowPage
from jinguo.statistics.rules import Indicator
from jinguo.web.base.days import Days

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(
    reader: Actor, place: Place, indicator: Indicator, level: str, days: Days, found: RowPage
) -> HttpResponse:
    """An .xlsx that says what it counts, who took it and when; taking it is recorded."""
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
    """The headings, then a line a row: people with their posts, or federations."""
    names = category_names()
    units = [row for row in found.rows if isinstance(row, FederationRow)]
    if units:
        yield _("Unit"), _("Code"), _("Founded")
        for unit in units:
            yield unit.unit_name, unit.unit_code, unit.founded_on.isoformat()
        return
    yield (
        _("Name"), _("Unit"), _("Code"), _("Post"), _("Full-time or part-time"),
        _("Categories"), _("Since"), _("Seats counted"),
    )  # fmt: skip
    for row in found.rows:
        if isinstance(row, Row):
            yield (
                row.name,
                row.unit_name,
                row.unit_code,
                str(Post(row.post).label),
                str(Kind(row.kind).label) if row.kind else "",
                _(", ").join(names.get(slug, slug) for slug in row.categories),
                row.starts_on.isoformat(),
                str(row.seats),
            )
