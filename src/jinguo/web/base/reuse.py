"""Telling that a photo was used before, and where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from jinguo.divisions.queries import Place, latest_of
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import VIEW, Actor
from jinguo.kernel.language import day_in_words
from jinguo.records.queries import Use, used_before

WHAT: Mapping[str, Promise] = {
    "activity": pgettext_lazy("what shows a photo", "activity"),
    "finding": pgettext_lazy("what shows a photo", "finding"),
    "paper": pgettext_lazy("what shows a photo", "paper"),
    "plaque": pgettext_lazy("what shows a photo", "plaque"),
    "visit": pgettext_lazy("what shows a photo", "visit"),
}
"""Kind of record → what it is called; every kind that can show a photo."""

PAGES: Mapping[str, str] = {
    "activity": "activities:one",
    "finding": "supervision:finding",
    "visit": "supervision:visit",
}
"""Kind of record → the page of one."""


@dataclass(frozen=True, slots=True)
class Told:
    """An earlier use in words, and the way there where the reader may see it."""

    words: str
    url: str


def reuses(
    photo_ids: Collection[int], reader: Actor, *, but: Collection[tuple[str, int]] = ()
) -> dict[int, list[Told]]:
    """Photo → its earlier uses, but those by the records ``but`` (kind and number).

    Outside the reader's part of the tree only that it was used.
    """
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
    words = _("A photo was used before: %(unit)s, %(what)s, %(day)s.") % {
        "unit": federation_name(place),
        "what": WHAT[one.word],
        "day": day_in_words(one.day),
    }
    return Told(words, _address(one, place))


def _address(one: Use, place: Place) -> str:
    if name := PAGES.get(one.word):
        return reverse(name, args=[one.record_id])
    return reverse("plaques:unit", args=[place.prefix]) if one.word == "plaque" else ""
