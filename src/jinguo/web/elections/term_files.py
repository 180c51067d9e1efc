"""The calendar of terms to take along: as a workbook, and as a calendar file."""

import io
from collections.abc import Iterable
from datetime import date, timedelta

import xlsxwriter
from django.http import HttpResponse
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from jinguo.divisions.queries import Place
from jinguo.elections.queries.calendar import TermLine
from jinguo.federations.queries import federation_name
from jinguo.kernel import clock
from jinguo.kernel.actor import Actor
from jinguo.web.base.workbooks import TYPE

REMIND_BEFORE = (180, 90, 30)
"""Days before the end of a term on which a calendar reminds."""


def workbook(place: Place, lines: Iterable[TermLine], day: date, reader: Actor) -> HttpResponse:
    """An .xlsx with a line a unit, and who took it when."""
    words = {"who": reader.name, "when": clock.now().strftime("%Y-%m-%d %H:%M")}
    head = [
        _("%(unit)s: calendar of terms") % {"unit": federation_name(place)},
        _("As of %(day)s") % {"day": day},
        _("Taken by %(who)s on %(when)s") % words,
    ]
    titles = (_("Unit"), _("Code"), _("Term began"), _("Years"), _("Ends"), _("Days left"),
              _("State"), _("By which rule"))  # fmt: skip
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet(_("Terms"))
        strong = book.add_format({"bold": True})
        for number, text in enumerate(head):
            sheet.write_string(number, 0, text, None if number else strong)
        sheet.write_row(len(head), 0, titles, strong)
        for number, line in enumerate(lines, len(head) + 1):
            sheet.write_row(number, 0, _cells(line))
        sheet.set_column(0, 1, 18)
        sheet.set_column(2, 6, 14)
        sheet.set_column(7, 7, 40)
        sheet.freeze_panes(len(head) + 1, 1)
    answer = HttpResponse(content.getvalue(), content_type=TYPE)
    name = f"{place.prefix}-terms-{day.isoformat()}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def calendar_file(place: Place, lines: Iterable[TermLine]) -> HttpResponse:
    """An .ics with a whole day for every end of a term, and reminders before it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Jinguo//terms//ZH")
    calendar.add("version", "2.0")
    title = _("%(unit)s: calendar of terms") % {"unit": federation_name(place)}
    calendar.add("x-wr-calname", title)
    for line in lines:
        if line.ends_on is not None:
            calendar.add_component(_event(line, line.ends_on))
    answer = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{place.prefix}-terms.ics"'
    return answer


def _event(line: TermLine, ends_on: date) -> Event:
    summary = _("The term of %(unit)s ends") % {"unit": line.unit.name}
    event = Event()
    event.add("uid", f"term-{line.unit.federation_id}-{ends_on.isoformat()}@jinguo")
    event.add("dtstamp", clock.now())
    event.add("dtstart", ends_on)
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    for days in REMIND_BEFORE:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event


def _cells(line: TermLine) -> tuple[str | int, ...]:
    return (
        line.unit.name,
        line.unit.code,
        line.began.isoformat() if line.began else "",
        line.years or "",
        line.ends_on.isoformat() if line.ends_on else "",
        "" if line.days_left is None else line.days_left,
        str(line.state.label),
        line.source,
    )
