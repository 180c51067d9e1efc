"""Invitations follow when two records are one woman, and go back when they are two."""

from datetime import datetime

import pytest

from jinguo.access.actions.invitations import Offer, invite
from jinguo.access.errors import TwoInvitations
from jinguo.access.models import Invitation, Role
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import system
from jinguo.kernel.clock import ZONE
from jinguo.people.models import Person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
from tests.factories.imports import picture

NOW = datetime(2026, 11, 25, 9, tzinfo=ZONE)
ROWS = ("people_person", "roster_appointment", "access_invitation")
BY = system("test")


@pytest.fixture
def two(qingliu: None) -> tuple[Person, Person]:
    """The chairs of two villages."""
    chairs = Appointment.objects.filter(post="chair", ends_on=None, federation__level=5)
    one, other = chairs.order_by("pk")[:2]
    return one.person, other.person


def invited(*women: Person) -> None:
    for one in women:
        seat = one.appointments.get(post="chair", ends_on=None)
        place = latest(seat.federation.division_id)
        invite([Offer(Role.VILLAGE, place, one.name, one.pk)], by=BY, now=NOW)


def test_what_was_meant_for_the_one_is_meant_for_the_other_and_goes_back(
    two: tuple[Person, Person],
) -> None:
    kept, gone = two
    invited(gone)
    before = picture(*ROWS)

    batch = merge(kept_id=kept.pk, gone_id=gone.pk, by=BY)

    assert Invitation.objects.get().person_id == kept.pk
    undo(batch_id=batch.pk, by=BY)
    assert picture(*ROWS) == before


def test_two_open_invitations_are_not_one_womans(two: tuple[Person, Person]) -> None:
    invited(*two)
    before = picture(*ROWS)

    with pytest.raises(TwoInvitations):
        merge(kept_id=two[0].pk, gone_id=two[1].pk, by=BY)

    assert picture(*ROWS) == before
