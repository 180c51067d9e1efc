"""One sheet of a draft, as it was read."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from jinguo.kernel.clock import today
from jinguo.roster.actions.drafts import preview
from jinguo.roster.actions.importing import cell_key, corrections_of
from jinguo.web.base.paging import numbers, page_number
from jinguo.web.base.request import Request
from jinguo.web.imports.cells import ROWS_A_PAGE, page_of, row_of
from jinguo.web.imports.grid import grid
from jinguo.web.imports.mended import corrections_made
from jinguo.web.imports.preview import SheetAddresses, sections
from jinguo.web.imports.reading import one_sheet
from jinguo.web.imports.rights import draft_or_404


def sheet(request: Request, draft_id: int, file_number: int, sheet_number: int) -> HttpResponse:
    """A hundred rows of the sheet, and the problems that stand in them."""
    draft = draft_or_404(draft_id, request.actor)
    opened = one_sheet(draft, file_number, sheet_number)
    if opened is None:
        raise Http404
    name, found = opened
    page = page_number(request)
    report = preview(draft, by=request.actor, today=today())
    here = [p for p in report.problems if (p.file, p.sheet) == (name, found.name)]
    corrected = corrections_of(draft.corrections, name)
    mended = {cell for of, cell in corrected if of == found.name}
    report.problems = [p for p in here if not p.cell or page_of(row_of(p.cell)) == page]
    corrections = {
        cell_key(name, found.name, cell): text
        for (of, cell), text in corrected.items()
        if of == found.name and row_of(cell) and page_of(row_of(cell)) == page
    }
    addresses = SheetAddresses(draft_id, {})
    return render(
        request,
        "imports/sheet.html",
        {
            "draft": draft,
            "file": name,
            "sheet": found,
            "grid": grid(found, page, here, mended),
            "numbers": numbers(page, len(found.rows), ROWS_A_PAGE, {}),
            "sections": sections(report, corrections, addresses),
            "corrections": corrections_made(draft, corrections, addresses),
        },
    )
