"""What every page of a congress shows."""

from typing import Any

from django.urls import reverse

from jinguo.elections.queries.dossier import Dossier, may_hold
from jinguo.web.base.request import Request
from jinguo.web.elections.steps import steps


def page_context(request: Request, file: Dossier) -> dict[str, Any]:
    """The congress, whether the reader may change it, and the step that is due."""
    holds = may_hold(file, request.actor)
    return {
        "file": file,
        "congress": file.congress,
        "name": file.name,
        "holds": holds,
        "may": holds and file.open,
        "editable": holds and file.open and not file.rounds,
    }


def next_step(file: Dossier) -> str:
    """The address of the step that is due, or of the congress where all is done."""
    due = next((one.url for one in steps(file) if one.state == "now"), None)
    return due or reverse("elections:congress", args=[file.congress.pk])
