"""Taking a congress to change it."""

from typing import Any

from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.elections.errors import (
    CalledOff,
    CongressSigned,
    CongressUnknown,
    ElectionForbidden,
    StillLater,
)
from jinguo.elections.models import Congress
from jinguo.elections.queries.dossier import Dossier, dossier, may_hold
from jinguo.kernel.actor import ELECT, Actor


def taken(congress_id: int, by: Actor, *, before_ballots: bool = False) -> Dossier:
    """The congress, held until the transaction ends: others who change it wait.

    ``before_ballots``: what is to be changed stands once ballots went out. Raises
    ``CongressUnknown``, ``ElectionForbidden``, ``CongressSigned``, ``CalledOff``, ``StillLater``.
    """
    file = locked(congress_id, by)
    if file.signed:
        raise CongressSigned
    if file.congress.called_off_at is not None:
        raise CalledOff
    if before_ballots and file.rounds:
        raise StillLater(what=_("ballots were issued"))
    return file


def locked(congress_id: int, by: Actor) -> Dossier:
    """The congress in whatever state, held. Raises ``CongressUnknown``, ``ElectionForbidden``."""
    list(Congress.objects.select_for_update().filter(pk=congress_id).values_list("pk"))
    file = dossier(congress_id, reader=by)
    if file is None:
        raise CongressUnknown(congress=congress_id).asked(by, ELECT, "congress", congress_id)
    if not may_hold(file, by):
        raise ElectionForbidden(unit=file.name).asked(
            by, ELECT, "congress", congress_id, file.place.code
        )
    return file


def noted(file: Dossier, by: Actor, verb: str, **data: Any) -> None:
    """The audit entry of a deed on a congress."""
    record(
        by=by,
        verb=f"election.{verb}",
        subject="congress",
        subject_id=file.congress.pk,
        unit_code=file.place.code,
        **data,
    )
