"""Reasons of rights as sentences: by which post, role or delegation, and how far it reaches."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from jinguo.access.queries.explaining import Givers
from jinguo.access.rules import TITLES
from jinguo.divisions.queries import Place, latest_of
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import ASSIGNMENT, DELEGATION, OWN, POST, Reason
from jinguo.kernel.language import day_in_words
from jinguo.roster.enums import Post

NAMED = 3
"""How many who could give a right are named."""


def sentences(reasons: Sequence[Reason], about: Collection[Place] = ()) -> list[str]:
    """Each reason in words; ``about`` are the units of what is asked about. One query.

    Where a unit lies below the one a right is held on, the sentence says so.
    """
    places = latest_of({one.division_id for one in reasons if one.division_id})
    return [_sentence(one, places.get(one.division_id), about) for one in reasons]


def givers_in_words(found: Givers) -> list[str]:
    """Who could give the right, by a role and by a delegation; the nearest few by name."""
    said = []
    if found.by_role:
        said.append(_("A role could be given by: %(names)s.") % {"names": _few(found.by_role)})
    if found.by_delegation:
        words = {"names": _few(found.by_delegation)}
        said.append(_("It could be lent for a time by: %(names)s.") % words)
    return said or [_("Nobody with an account can give it; whoever runs the server can.")]


def _few(names: Sequence[str]) -> str:
    shown = _(", ").join(names[:NAMED])
    return _("%(names)s and others") % {"names": shown} if len(names) > NAMED else shown


def _sentence(one: Reason, place: Place | None, about: Collection[Place]) -> str:
    if place is None:
        own = _("imported it herself")
        return own if one.kind == OWN else _("acts as the system itself")
    words = {
        "unit": federation_name(place),
        "role": str(TITLES.get(one.role, one.role)),
        "post": str(Post(one.post).label) if one.post in Post.values else one.post,
        "giver": one.giver,
        "since": _day(one.since),
        "last": _day(one.until - timedelta(days=1)) if one.until else "",
    }
    return _pattern(one) % words + _reach(place, about)


def _pattern(one: Reason) -> str:
    if one.kind == POST:
        return _("%(post)s of %(unit)s since %(since)s")
    if one.kind == ASSIGNMENT:
        return _("was given the role “%(role)s” on %(unit)s")
    if one.kind == DELEGATION and one.acting:
        return _("acts for the chair of %(unit)s by delegation of %(giver)s until %(last)s")
    return _("was lent “%(role)s” on %(unit)s by %(giver)s until %(last)s")


def _reach(place: Place, about: Collection[Place]) -> str:
    if not about or any(one.division_id == place.division_id for one in about):
        return ""
    below = next((one for one in about if one.code.startswith(place.prefix)), None)
    if below is None:
        return ""
    return _("; %(below)s belongs to %(unit)s") % {"below": below.short, "unit": place.short}


def _day(value: date | None) -> str:
    return day_in_words(value) if value else "—"
