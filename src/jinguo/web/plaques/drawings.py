"""Drawings of plaques as answers to requests."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from jinguo.kernel.errors import JinguoError
from jinguo.plaques.rules import Board
from jinguo.plaques.writers import check_drawable

KINDS = {
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def saved(content: bytes, name: str, form: str) -> HttpResponse:
    """A file to be saved under its name; an SVG is shown too where a page asks for it."""
    answer = HttpResponse(content, content_type=KINDS[form])
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.{form}") or ""
    answer.headers["Cache-Control"] = "private, max-age=60"
    return answer


def why_not_drawn(text: str, board: Board) -> str:
    """Why this machine cannot draw it, in words; empty where it can."""
    try:
        check_drawable(text, board)
    except JinguoError as refusal:
        return str(refusal)
    return ""
