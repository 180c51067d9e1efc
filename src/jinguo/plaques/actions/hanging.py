"""Recording that a plaque hangs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.files.models import Photo
from jinguo.kernel.actor import Actor
from jinguo.plaques.models import Plaque
from jinguo.plaques.queries import text_of
from jinguo.plaques.rules import PHOTO_SIDE
from jinguo.records import actions as records
from jinguo.records.errors import RecordUnfit
from jinguo.records.rules import wrong_day


@transaction.atomic
def hang(
    *,
    federation_id: int,
    place: str,
    hung_on: date,
    today: date,
    by: Actor,
    text: str = "",
    photo_id: int | None = None,
) -> Plaque:
    """Record that the plaque of a unit hangs; without ``text`` it says what it must say.

    Raises ``RecordForbidden``; ``RecordUnfit`` for another text, a day to come, no
    place, a photo on which nothing can be read.
    """
    unit = records.unit_to_record(federation_id, by)
    right = text_of(unit, hung_on)
    made = Plaque(
        federation_id=federation_id, text=text.strip() or right, place=place.strip(),
        hung_on=hung_on, photo_id=photo_id,
    )  # fmt: skip
    _check(made, right, today)
    records.keep(made, by=by)
    return made


@transaction.atomic
def amend(
    *,
    plaque_id: int,
    values: dict[str, Any],
    today: date,
    by: Actor,
    shown: Mapping[str, Any] | None = None,
) -> Plaque:
    """Say of it otherwise what ``hang`` says; hung on another day it reads as on that day.

    What it reads is looked at where that is said: a plaque outlives later names of its places.
    ``shown`` is what stood there when she began. Raises as ``hang`` does, and ``RecordChanged``.
    """
    found, unit = records.taken(Plaque, plaque_id, by)
    right = found.text
    if values.keys() & {"text", "hung_on"}:
        right = text_of(unit, values.get("hung_on", found.hung_on))
        values = {"text": right, **values}
    records.amend(found, unit, values, by=by, shown=shown)
    _check(found, right if values.keys() & {"text", "hung_on"} else found.text, today)
    return found


@transaction.atomic
def strike(*, plaque_id: int, why: str, by: Actor) -> Plaque:
    """It was recorded by mistake."""
    found, unit = records.taken(Plaque, plaque_id, by)
    records.strike(found, unit, why=why, by=by)
    return found


@transaction.atomic
def unstrike(*, plaque_id: int, by: Actor) -> Plaque:
    """It counts again."""
    found, unit = records.taken(Plaque, plaque_id, by)
    records.put_back(found, unit, by=by)
    return found


def _check(plaque: Plaque, right: str, today: date) -> None:
    why = wrong_day(plaque.hung_on, today)
    if not why and plaque.text != right:
        why = _("The plaque must read “%(right)s”, not “%(text)s”.") % {
            "right": right,
            "text": plaque.text,
        }
    if not why and not plaque.place:
        why = _("Say where it hangs, such as the gate of the village office.")
    if not why:
        why = _unreadable(plaque.photo)
    if why:
        raise RecordUnfit(why=why)


def _unreadable(photo: Photo | None) -> str:
    if photo is None or min(photo.width, photo.height) >= PHOTO_SIDE:
        return ""
    return _(
        "The photo has %(width)d × %(height)d points only: the plaque cannot be read on it. Take "
        "it anew with the camera; do not send a preview of it."
    ) % {"width": photo.width, "height": photo.height}
