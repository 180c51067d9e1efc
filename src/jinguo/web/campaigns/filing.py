"""The paper of a filed result: taken in, shown; the filing struck out and put back."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from jinguo.campaigns.actions.filing import strike_filing, unstrike_filing
from jinguo.campaigns.queries.evidence import filed_by, paper_of
from jinguo.files.errors import NoPhoto
from jinguo.files.queries import content
from jinguo.files.readers import document_suffix, read_photo
from jinguo.records.errors import RecordUnfit
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.recording import Unit, carried_out, unit_of_record
from jinguo.web.base.request import Request
from jinguo.web.campaigns.steps import KINDS

PHOTO = {"jpg": "image/jpeg"}


def taken_in(file: "UploadedFile[Any]") -> tuple[str, bytes]:
    """Name and bytes of a paper to be kept: a document as it came, a photo as photos are kept.

    What kind of file it is, is read from its bytes, whatever it is called. Raises ``RecordUnfit``
    for what is neither, and what ``read_photo`` raises for photos.
    """
    name, content = file.name or "", file.read()
    stem = name.rpartition(".")[0] or name
    suffix = document_suffix(content)
    if suffix or not content:
        return f"{stem}.{suffix}" if suffix else name, content
    try:
        return f"{stem}.jpg", read_photo(name, content).content
    except NoPhoto as other:
        raise RecordUnfit(
            why=_("“%(name)s” is %(kind)s. A paper is a photo, a PDF, or a Word or Excel file.")
            % other.data
        ) from other


def paper(request: Request, slug: str, number: int) -> HttpResponse:
    """The paper, for whoever may see the unit: a photo is shown, a document saved."""
    campaign_or_404(request, slug)
    _filing(request, number)
    name, digest = paper_of(number)
    kind = (PHOTO | KINDS).get(name.rpartition(".")[2].lower(), "application/octet-stream")
    saved = kind not in PHOTO.values()
    answer = HttpResponse(content(digest), content_type=kind)
    answer.headers["Content-Disposition"] = content_disposition_header(saved, name) or ""
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


@takes_form_of("home", bare=True)
def strike(request: Request, slug: str, number: int) -> HttpResponse:
    """Strike a filed result out: the gate opens again where nothing else proves it."""
    found = _filing(request, number)
    why = request.POST.get("why", "")
    carried_out(
        request,
        lambda: strike_filing(filing_id=number, why=why, by=request.actor),
        _("Struck out. It can be put back."),
    )
    return _back(request, slug, found)


@takes_form_of("home", bare=True)
def put_back(request: Request, slug: str, number: int) -> HttpResponse:
    """Put a filed result back."""
    found = _filing(request, number)
    carried_out(
        request,
        lambda: unstrike_filing(filing_id=number, by=request.actor),
        _("It counts again."),
    )
    return _back(request, slug, found)


def _filing(request: Request, number: int) -> Unit:
    return unit_of_record(request, filed_by(number), "filing", number)


def _back(request: Request, slug: str, found: Unit) -> HttpResponseRedirect:
    one = campaign_or_404(request, slug)
    return HttpResponseRedirect(reverse("campaigns:unit", args=[one.slug, found.place.prefix]))
