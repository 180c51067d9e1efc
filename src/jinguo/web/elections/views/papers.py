"""The papers of a congress as Word files."""

from dataclasses import dataclass
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jinguo.elections.actions.papers import note_paper
from jinguo.elections.queries.dossier import Dossier
from jinguo.kernel.clock import today
from jinguo.web.base.request import Request
from jinguo.web.elections.papers import KINDS, kind_of
from jinguo.web.elections.rights import file_or_404

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A paper in the list; ``missing`` says why there is none yet."""

    title: str
    url: str
    missing: str


def links(file: Dossier) -> list[PaperLink]:
    """Every paper of the congress, in the order in which they are needed."""
    return [
        PaperLink(
            str(kind.slug.label),
            reverse("elections:paper", args=[file.congress.pk, kind.slug.value]),
            "" if kind.ready(file) else str(kind.missing),
        )
        for kind in KINDS
    ]


def paper(request: Request, congress_id: int, slug: str) -> HttpResponse:
    """One paper as a file; where there is none yet, the congress says what is missing."""
    file = file_or_404(request, congress_id)
    kind = kind_of(slug)
    if kind is None:
        raise Http404
    if not kind.ready(file):
        messages.warning(request, f"{kind.slug.label}：{kind.missing}")
        return HttpResponseRedirect(reverse("elections:congress", args=[congress_id]))
    number = request.GET.get("round", "")
    vote = [one for one in file.rounds if kind.of_a_vote and str(one.round.pk) == number]
    content = kind.write(file, today(), *vote).content()
    note_paper(congress_id=congress_id, unit_code=file.place.code, paper=slug, by=request.actor)
    answer = HttpResponse(content, content_type=WORD)
    name = quote(f"{file.place.short}{kind.name}.docx")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer
