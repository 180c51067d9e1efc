"""A roster as the answer to a request: a workbook to be saved under its name."""

from urllib.parse import quote

from django.http import HttpResponse

from jinguo.kernel.actor import Actor
from jinguo.roster.actions.exporting import ExportRequest, export

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def roster_workbook(asked: ExportRequest, by: Actor) -> HttpResponse:
    """Write the roster, as far as the reader may see it; taking it is recorded."""
    taken = export(asked, by=by)
    answer = HttpResponse(taken.content, content_type=TYPE)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(taken.name)}"
    return answer
