"""Telling that a photo was used before, and where."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.activities.queries import Use, used_before
from jinguo.divisions.queries import Place, latest_of
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import VIEW, Actor
from jinguo.kernel.language import day_in_words


@dataclass(frozen=True, slots=True)
class Told:
    """An earlier use in words, and the way there where the reader may see it."""

    words: str
    url: str


def reuses(photo_ids: Collection[int], reader: Actor, *, but: int = 0) -> dict[int, list[Told]]:
    """Photo → its earlier uses. Outside the reader's part of the tree only that it was used."""
    found = used_before(photo_ids, but=but)
    places = latest_of({one.division_id for one in found})
    told: dict[int, list[Told]] = {}
    for one in found:
        line = _told(one, places[one.division_id], reader)
        if line not in told.setdefault(one.photo_id, []):
            told[one.photo_id].append(line)
    return told


def _told(one: Use, place: Place, reader: Actor) -> Told:
    if not reader.may(VIEW, place.code):
        return Told(_("A photo was used before by a unit elsewhere."), "")
    about = {
        "unit": federation_name(place),
        "title": one.title,
        "day": day_in_words(one.day),
    }
    if one.kind == "plaque":
        words = _("A photo was used before: plaque of %(unit)s, hung on %(day)s.") % about
        return Told(words, "")
    words = _("A photo was used before: %(unit)s, “%(title)s” of %(day)s.") % about
    return Told(words, reverse("activities:one", args=[one.record_id]))
