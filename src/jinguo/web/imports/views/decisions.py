"""What somebody decides on a draft: each is one small form."""

from urllib.parse import quote, urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from jinguo.kernel.clock import today
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions import drafts, leaving_out
from jinguo.web.base.posting import takes_form_of
from jinguo.web.base.request import Request
from jinguo.web.imports.forms import DayForm, LeaveOutForm
from jinguo.web.imports.rights import draft_or_404


@takes_form_of("imports:draft")
def correct(request: Request, draft_id: int) -> HttpResponse:
    """Put another text in place of a cell's, or take such a correction back."""
    if not _open(request, draft_id):
        return _back(request, draft_id)
    text = None if "take_back" in request.POST else request.POST.get("text", "")
    drafts.correct(draft_id=draft_id, key=_cell(request), text=text, by=request.actor)
    return _back(request, draft_id)


@takes_form_of("imports:draft")
def answer(request: Request, draft_id: int) -> HttpResponse:
    """Say who the woman in a row is."""
    who = request.POST.get("who") or None
    if who is None:
        return _ask_again(request, draft_id)
    if _open(request, draft_id):
        drafts.answer(draft_id=draft_id, key=_cell(request), who=who, by=request.actor)
    return _back(request, draft_id)


@takes_form_of("imports:draft")
def leave_out(request: Request, draft_id: int) -> HttpResponse:
    """Leave a file, or one row of a sheet, out of the import; or take it in again."""
    form = LeaveOutForm(request.POST)
    if form.is_valid() and _open(request, draft_id):
        words = form.cleaned_data
        out = "take_back" not in request.POST
        file = {"draft_id": draft_id, "file": words["file"], "out": out, "by": request.actor}
        if words["row"]:
            leaving_out.leave_row(sheet=words["sheet"], row=words["row"], **file)
        else:
            leaving_out.leave_file(**file)
    return _back(request, draft_id)


@takes_form_of("imports:draft")
def day(request: Request, draft_id: int) -> HttpResponse:
    """Set the day the lists describe."""
    form = DayForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the day like 2017-07-25."))
    elif _open(request, draft_id):
        drafts.set_as_of(draft_id=draft_id, as_of=form.cleaned_data["as_of"], by=request.actor)
    return _back(request, draft_id)


@takes_form_of("imports:draft")
def discard(request: Request, draft_id: int) -> HttpResponse:
    """Forget the draft."""
    if _open(request, draft_id):
        drafts.discard(draft_id=draft_id, by=request.actor)
        messages.success(request, _("The draft is gone. Nothing was imported from it."))
    return HttpResponseRedirect(reverse("imports:start"))


@takes_form_of("imports:draft")
def apply(request: Request, draft_id: int) -> HttpResponse:
    """Import the draft: once, however often the button is pressed."""
    draft_or_404(draft_id, request.actor)
    try:
        batch = drafts.apply_draft(draft_id=draft_id, by=request.actor, today=today())
    except JinguoError as refusal:
        messages.error(request, str(refusal))
        return _back(request, draft_id)
    if batch is None:
        messages.info(request, _("There was nothing to change: all of this is recorded already."))
        return _back(request, draft_id)
    return HttpResponseRedirect(reverse("imports:batch", args=[batch]))


def _open(request: Request, draft_id: int) -> bool:
    """Whether the draft still waits; one that was applied is not touched any more."""
    if draft_or_404(draft_id, request.actor).batch_id is None:
        return True
    messages.warning(request, _("This draft was already imported."))
    return False


def _ask_again(request: Request, draft_id: int) -> HttpResponse:
    """Back to the question, which says what is missing."""
    anchor = request.POST.get("next", "").partition("#")[2]
    query = urlencode({"unanswered": anchor})
    return HttpResponseRedirect(
        f"{reverse('imports:draft', args=[draft_id])}?{query}#{quote(anchor)}"
    )


def _cell(request: Request) -> str:
    """The cell that was decided on. Raises ``BadRequest`` where none is named."""
    key = request.POST.get("key", "")
    if not drafts.is_cell(key):
        raise BadRequest
    return key


def _back(request: Request, draft_id: int) -> HttpResponse:
    wanted = request.POST.get("next", "")
    if not wanted.startswith("/") or not url_has_allowed_host_and_scheme(wanted, None):
        wanted = reverse("imports:draft", args=[draft_id])
    return HttpResponseRedirect(wanted)
