"""Giving one woman a post."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.deciding import Outcome, Proposal, propose
from jinguo.roster.enums import Deed, Post
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.request import Request
from jinguo.web.posts.forms import PersonForm
from jinguo.web.posts.listing import by_field, one_row
from jinguo.web.posts.unit import PostsUnit, posts_unit_or_404
from jinguo.web.posts.views.answers import answers_of
from jinguo.web.posts.views.told import done


def appoint(request: Request, code: str) -> HttpResponse:
    """One page: who, as what, from when. What is doubtful is asked on the same page."""
    today = clock.today()
    unit = posts_unit_or_404(request, code, today)
    names = category_names()
    if request.method != "POST":
        first = {"post": Post.EXECUTIVE, "day": today, "name": request.GET.get("name", "")[:60]}
        form = PersonForm(initial=first, categories=list(names.items()))
        return _page(request, unit, form)
    form = PersonForm(request.POST, categories=list(names.items()))
    if not form.is_valid():
        return _page(request, unit, form)
    proposal = Proposal(
        unit.federation_id, Deed.APPOINTMENT, form.cleaned_data["day"], one_row(form.words(names)),
        reason=form.cleaned_data["reason"], answers=answers_of(request),
    )  # fmt: skip
    try:
        outcome = propose(proposal, today=today, by=request.actor, apply=True)
    except JinguoError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, unit, form)
    if outcome.batch is None:
        for field, texts in by_field(outcome.problems).items():
            form.add_error(field if field in form.fields else None, texts)
        return _page(request, unit, form, outcome)
    words = {"name": form.cleaned_data["name"], "post": Post(form.cleaned_data["post"]).label}
    told = _("Entered: %(name)s, %(post)s.") % words
    return done(request, unit, outcome.batch, told, outcome.problems)


def _page(
    request: Request, unit: PostsUnit, form: PersonForm, outcome: Outcome | None = None
) -> HttpResponse:
    questions = outcome.questions if outcome else []
    words = {"unit": unit, "form": form, "questions": questions}
    return render(request, "posts/appoint.html", words, status=400 if form.errors else 200)
