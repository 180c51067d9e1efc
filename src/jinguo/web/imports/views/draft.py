"""The draft: what was read, what is wrong with it, what would change."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jinguo.divisions.queries import latest
from jinguo.kernel.clock import today
from jinguo.roster.actions.drafts import preview
from jinguo.roster.enums import Severity
from jinguo.web.base.request import Request
from jinguo.web.imports.preview import (
    SheetAddresses,
    corrections_made,
    doubts,
    sections,
    unit_changes,
)
from jinguo.web.imports.reading import sheet_names
from jinguo.web.imports.rights import draft_or_404


def draft(request: Request, draft_id: int) -> HttpResponse:
    """The import as it would be done now, with every problem and every change."""
    found = draft_or_404(draft_id, request.actor)
    if found.batch_id is not None:
        return HttpResponseRedirect(reverse("imports:batch", args=[found.batch_id]))
    report = preview(found, by=request.actor, today=today())
    sheets = sheet_names(found)
    addresses = SheetAddresses(draft_id, sheets)
    return render(
        request,
        "imports/draft.html",
        {
            "draft": found,
            "county": latest(found.county_id),
            "report": report,
            "refusals": report.count(Severity.REFUSE),
            "warnings": report.count(Severity.WARN),
            "notes": report.count(Severity.NOTE),
            "sheets": [
                (file_number, file, list(enumerate(names)))
                for file_number, (file, names) in enumerate(sheets.items())
            ],
            "doubts": doubts(report, found.answers, addresses),
            "sections": sections(report, found.corrections, addresses),
            "units": unit_changes(report, addresses),
            "corrections": corrections_made(found.corrections, addresses),
        },
    )
