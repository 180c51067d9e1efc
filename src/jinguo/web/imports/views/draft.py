"""The draft: what was read, what is wrong with it, what would change."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jinguo.divisions.queries import latest
from jinguo.kernel.clock import today
from jinguo.roster.actions.drafts import preview
from jinguo.roster.actions.leaving_out import is_left_out
from jinguo.roster.enums import Severity
from jinguo.roster.queries.drafts import draft_files
from jinguo.web.base.request import Request
from jinguo.web.imports.mended import corrected_cells, corrections_made
from jinguo.web.imports.preview import SheetAddresses, doubts, sections, unit_changes
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
    corrected = corrected_cells(found)
    units = unit_changes(report, addresses)
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
            "left_out": [n for n, _digest in draft_files(found) if is_left_out(found, n)],
            "unanswered": request.GET.get("unanswered", ""),
            "doubts": doubts(report, found.answers, addresses),
            "sections": sections(report, corrected, addresses),
            "units": units,
            "moves": sum(len(unit.lines) for unit in units),
            "corrections": corrections_made(found, corrected, addresses),
        },
    )
