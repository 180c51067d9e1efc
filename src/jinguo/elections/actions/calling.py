"""Calling a congress, correcting what was said of it, calling it off."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.divisions.queries import latest
from jinguo.elections.actions.opening import locked, noted, taken
from jinguo.elections.actions.vacancies import enough_vacant
from jinguo.elections.errors import CongressSigned, ElectionForbidden, OpenCongress, StillLater
from jinguo.elections.models import Congress
from jinguo.elections.queries.listing import another_open
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import ELECT, Actor


@dataclass(frozen=True, slots=True)
class Call:
    """What is said of a congress when it is called; ``quota`` is the number of delegates."""

    held_on: date
    executives: int
    vice_chairs: int
    quota: int | None = None
    place: str = ""
    number: int | None = None
    by_election: bool = False


@transaction.atomic
def call(*, federation_id: int, words: Call, by: Actor) -> Congress:
    """Call the congress of a unit.

    Raises ``ElectionForbidden``, ``OpenCongress`` and ``TooManySeats``.
    """
    federation = Federation.objects.select_for_update(of=("self",)).get(pk=federation_id)
    unit = latest(federation.division_id)
    if not by.may(ELECT, unit.code):
        raise ElectionForbidden(unit=federation_name(unit)).asked(
            by, ELECT, "unit", unit.code, unit.code
        )
    open_one = another_open(federation_id)
    if open_one is not None:
        raise OpenCongress(unit=federation_name(unit), day=open_one.held_on)
    if words.by_election:
        enough_vacant(federation_id, words.held_on, words.executives, federation_name(unit))
    made = Congress.objects.create(
        federation=federation, called_by_id=by.id, called_by=by.name, **asdict(words)
    )
    record(
        by=by,
        verb="election.called",
        subject="congress",
        subject_id=made.pk,
        unit_code=unit.code,
        after=_plain(words),
    )
    return made


@transaction.atomic
def correct(*, congress_id: int, words: Call, by: Actor) -> None:
    """Say otherwise when, where and for how many seats. Once ballots are out, seats are fixed."""
    file = taken(congress_id, by)
    congress = file.congress
    fixed = (congress.executives, congress.vice_chairs, congress.held_on)
    if file.rounds and fixed != (words.executives, words.vice_chairs, words.held_on):
        raise StillLater(what=_("ballots were issued"))
    words = replace(words, by_election=congress.by_election)
    if words.by_election:
        enough_vacant(congress.federation_id, words.held_on, words.executives, file.name)
    before = {name: str(getattr(congress, name)) for name in asdict(words)}
    for name, value in asdict(words).items():
        setattr(congress, name, value)
    congress.save(update_fields=list(asdict(words)))
    noted(file, by, "corrected", before=before, after=_plain(words))


@transaction.atomic
def call_off(*, congress_id: int, by: Actor) -> None:
    """The congress is not held. What is recorded of it stays, and it can be taken up again."""
    file = taken(congress_id, by)
    Congress.objects.filter(pk=congress_id).update(called_off_at=Now())
    noted(file, by, "called_off")


@transaction.atomic
def take_up(*, congress_id: int, by: Actor) -> None:
    """Go on with a congress that was called off. Raises ``OpenCongress`` beside another one."""
    file = locked(congress_id, by)
    if file.signed:
        raise CongressSigned
    Federation.objects.select_for_update(of=("self",)).get(pk=file.congress.federation_id)
    other = another_open(file.congress.federation_id, but=congress_id)
    if other is not None:
        raise OpenCongress(unit=file.name, day=other.held_on)
    Congress.objects.filter(pk=congress_id).update(called_off_at=None)
    noted(file, by, "taken_up")


def _plain(words: Call) -> dict[str, object]:
    return {**asdict(words), "held_on": words.held_on.isoformat()}
