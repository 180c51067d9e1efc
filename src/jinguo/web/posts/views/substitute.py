"""替补: the committee gives a seat that somebody leaves, or left, to another woman."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.deciding import Departure, Member, Outcome, Proposal, decide, propose
from jinguo.roster.enums import Deed, Kind, Leaving, Post
from jinguo.roster.models import Appointment
from jinguo.web.base.request import Request
from jinguo.web.posts.forms import SubstituteForm
from jinguo.web.posts.listing import by_field, one_row
from jinguo.web.posts.unit import PostsUnit, posts_unit_or_404, seat_or_404
from jinguo.web.posts.views.answers import answers_of
from jinguo.web.posts.views.told import done


def substitute(request: Request, code: str, seat_id: int) -> HttpResponse:
    """Who leaves, who takes her seat, and the meeting that decided it: one deed."""
    today = clock.today()
    unit = posts_unit_or_404(request, code, today)
    seat = seat_or_404(unit, seat_id)
    sitting = unit.committee(today)
    outcome = None
    if request.method == "POST":
        form = SubstituteForm(request.POST)
        if form.is_valid():
            try:
                outcome = _carry_out(request, unit, seat, form)
            except JinguoError as refusal:
                form.add_error(None, str(refusal))
            else:
                if outcome.batch is not None:
                    words = {"name": outcome.members[0].name, "before": str(seat.person)}
                    told = _("Entered: %(name)s takes the seat of %(before)s.") % words
                    return done(request, unit, outcome.batch, told, outcome.problems)
                for field, texts in by_field(outcome.problems).items():
                    form.add_error(field if field in form.fields else None, texts)
    else:
        form = SubstituteForm(initial={"day": today, "due": len(sitting)})
    page: dict[str, Any] = {
        "unit": unit,
        "seat": seat,
        "form": form,
        "leaves": seat.ends_on is None or seat.ends_on > today,
        "others": [one for one in sitting if one.person_id != seat.person_id],
        "questions": outcome.questions if outcome else [],
    }
    return render(request, "posts/substitute.html", page, status=400 if form.errors else 200)


def _carry_out(
    request: Request, unit: PostsUnit, seat: Appointment, form: SubstituteForm
) -> Outcome:
    data = form.cleaned_data
    today = clock.today()
    day = data["day"]
    sits = seat.starts_on <= day and (seat.ends_on is None or day < seat.ends_on)
    leave = [Departure(seat.person_id, Leaving(data["why"] or Leaving.OTHER))] if sits else []
    if data["who"].isdigit():
        inside = next(
            (one for one in unit.committee(day) if one.person_id == int(data["who"])), None
        )
        name = inside.name if inside else ""
        member = Member(
            Post(seat.post), Kind(seat.kind), tuple(inside.categories if inside else ()),
            person_id=int(data["who"]), name=name, instead_of=seat.person_id,
        )  # fmt: skip
        batch = decide(
            federation_id=unit.federation_id, deed=Deed.SUBSTITUTION, day=day, today=today,
            by=request.actor, enter=[member], leave=leave, minutes=form.record(),
        )  # fmt: skip
        return Outcome(members=[member], batch=batch)
    listing = one_row({"name": data["name"], "post": seat.post, "kind": seat.kind})
    proposal = Proposal(
        unit.federation_id, Deed.SUBSTITUTION, day, listing, leave=leave, minutes=form.record(),
        answers=answers_of(request), instead_of=seat.person_id,
    )  # fmt: skip
    return propose(proposal, today=today, by=request.actor, apply=True)
