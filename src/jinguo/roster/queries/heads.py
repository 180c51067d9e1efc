"""Who answers for a unit: its chair, and who stands in for her."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from jinguo.roster.enums import Post
from jinguo.roster.models import Appointment

_CHAIRS = (Post.CHAIR, Post.CONGRESS_DIRECTOR)
"""Before a village has a committee, the director of its women's congress committee answers."""


def heads(federation_ids: Collection[int], day: date) -> dict[int, tuple[int | None, int | None]]:
    """Federation → the persons who are chair and first vice-chair on a day; one query.

    Who was erased is nobody. Full-time vice-chairs before others, then by who was appointed first.
    """
    rows = (
        Appointment.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gt=day),
            federation_id__in=federation_ids,
            post__in=[*_CHAIRS, Post.VICE_CHAIR],
            starts_on__lte=day,
        )
        .exclude(person__name="")
        .order_by("starts_on", "pk")
        .values_list("federation_id", "person_id", "post", "kind")
    )
    found: dict[int, dict[str, list[tuple[bool, int]]]] = {}
    for federation_id, person_id, post, kind in rows:
        posts = found.setdefault(federation_id, {})
        posts.setdefault(post, []).append((kind == "part_time", person_id))
    return {one: (_chair(posts), _first(posts, Post.VICE_CHAIR)) for one, posts in found.items()}


def _chair(posts: dict[str, list[tuple[bool, int]]]) -> int | None:
    return next((one for post in _CHAIRS if (one := _first(posts, post)) is not None), None)


def _first(posts: dict[str, list[tuple[bool, int]]], post: Post) -> int | None:
    ranked = sorted(posts.get(post, ()), key=lambda one: one[0])
    return ranked[0][1] if ranked else None
