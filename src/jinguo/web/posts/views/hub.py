"""What may be decided in a unit: the committee, what is vacant, what was decided before."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.elections.queries.listing import another_open
from jinguo.kernel import clock
from jinguo.roster.queries.deeds import deeds
from jinguo.roster.queries.people import other_posts
from jinguo.roster.queries.seats import seat_lines
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.base.request import Request
from jinguo.web.posts.unit import posts_unit_or_404


def hub(request: Request, code: str) -> HttpResponse:
    """Posts of a unit as they are today. A fixed number of queries, however many sit."""
    today = clock.today()
    unit = posts_unit_or_404(request, code, today)
    return render(
        request,
        "posts/hub.html",
        {
            "unit": unit,
            "today": today,
            "seats": unit.committee(today),
            "others": other_posts(unit.federation_id, today),
            "lines": seat_lines(unit.federation_id, today),
            "deeds": deeds(unit.federation_id),
            "congress": another_open(unit.federation_id),
            "category_names": category_names(),
        },
    )
