"""Photos that come with a form: the good ones are kept even where the form is not yet right."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinguo.files.actions import hand_in
from jinguo.files.models import Photo
from jinguo.files.queries import waiting
from jinguo.kernel.errors import JinguoError
from jinguo.web.base.request import Request

NUMBER = 18
"""Digits a number in a form has at most."""


@dataclass(frozen=True, slots=True)
class Handed:
    """Photos of a form: those it goes on with, and why others were refused."""

    photos: list[Photo]
    refused: list[str]

    @property
    def ids(self) -> list[int]:
        """Their numbers, in their order."""
        return [one.pk for one in self.photos]


def handed_in(request: Request, shown: Sequence[Photo] = ()) -> Handed:
    """The photos ticked in the form (``shown`` ones, hers of an earlier try), then new ones.

    A file that is no photo is named with its reason, the others are kept.
    """
    ticked = [
        int(one) for one in request.POST.getlist("photo") if one.isdecimal() and len(one) <= NUMBER
    ]
    photos = [one for one in shown if one.pk in ticked] + waiting(ticked, request.actor.id)
    refused = []
    for file in request.FILES.getlist("photos"):
        try:
            photos.append(kept_once(file.name or "", file.read(), request))
        except JinguoError as refusal:
            refused.append(str(refusal))
    return Handed(list(dict.fromkeys(photos)), refused)


def kept_once(name: str, content: bytes, request: Request) -> Photo:
    """The photo of this file; one she sent before, and used nowhere, is not kept again.

    Raises what ``hand_in`` raises.
    """
    place = "with_place" in request.POST
    return hand_in(name=name, content=content, by=request.actor, with_place=place)
