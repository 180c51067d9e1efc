"""增补: the committee adds seats, for as many as are named."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.deciding import Proposal, propose
from jinguo.roster.enums import Deed
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.request import Request
from jinguo.web.posts.forms import CoOptForm
from jinguo.web.posts.listing import pasted
from jinguo.web.posts.unit import posts_unit_or_404
from jinguo.web.posts.views.answers import answers_of
from jinguo.web.posts.views.told import done


def co_opt(request: Request, code: str) -> HttpResponse:
    """The meeting and the names; first what was read of them is shown, then it is carried out."""
    today = clock.today()
    unit = posts_unit_or_404(request, code, today)
    sitting = len(unit.committee(today))
    outcome = None
    if request.method == "POST":
        form = CoOptForm(request.POST)
        if form.is_valid():
            proposal = Proposal(
                unit.federation_id, Deed.CO_OPTION, form.cleaned_data["day"],
                pasted(form.cleaned_data["people"]), minutes=form.record(),
                answers=answers_of(request),
            )  # fmt: skip
            sure = "sure" in request.POST
            try:
                outcome = propose(proposal, today=today, by=request.actor, apply=sure)
            except JinguoError as refusal:
                form.add_error(None, str(refusal))
            else:
                if outcome.batch is not None:
                    n = len(outcome.members)
                    told = ngettext("Entered: %(n)s co-opted.", "Entered: %(n)s co-opted.", n)
                    return done(request, unit, outcome.batch, told % {"n": n})
    else:
        form = CoOptForm(initial={"day": today, "due": sitting})
    words = {
        "unit": unit,
        "form": form,
        "outcome": outcome,
        "questions": outcome.questions if outcome else [],
        "sitting": sitting,
        "after": sitting + len(outcome.members) if outcome else sitting,
        "category_names": category_names(),
    }
    wrong = bool(form.errors or (outcome and outcome.refused))
    return render(request, "posts/co_opt.html", words, status=400 if wrong else 200)
