"""Noting what a unit did."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from jinguo.activities.actions import Note, amend, note_activity, strike, unstrike
from jinguo.activities.enums import ActivityKind
from jinguo.activities.models import Activity
from jinguo.activities.queries import held
from jinguo.files.actions import clear_unused, hand_in
from jinguo.files.models import Photo
from jinguo.kernel.actor import system
from jinguo.kernel.clock import ZONE
from jinguo.records.errors import RecordUnfit
from tests.factories.deeds import TODAY
from tests.factories.photos import photo, scene
from tests.factories.villages import bridge_village

NOTE = Note("护河清洁", ActivityKind.ENVIRONMENT, date(2019, 3, 8), "石桥村", people=28)


@pytest.fixture
def bridge(linshan: None) -> int:
    return bridge_village()


def noted(bridge: int, note: Note = NOTE, *photo_ids: int) -> Activity:
    return note_activity(
        federation_id=bridge, note=note, today=TODAY, by=system(), photo_ids=photo_ids
    )


def test_an_activity_is_noted_with_its_photos_in_order(bridge: int) -> None:
    first, second = photo("red").pk, photo("blue").pk

    made = noted(bridge, NOTE, second, first, second)

    assert [one.photo_id for one in made.pictures.all()] == [second, first]
    assert [one.held_on for one in held([bridge], TODAY)] == [NOTE.held_on]


@pytest.mark.parametrize(
    "note",
    [
        replace(NOTE, title=" "),
        replace(NOTE, held_on=date(2099, 1, 1)),
        replace(NOTE, begins=time(10), ends=time(9)),
    ],
)
def test_what_cannot_be_is_refused(bridge: int, note: Note) -> None:
    with pytest.raises(RecordUnfit):
        noted(bridge, note)

    assert not Activity.objects.exists()


def test_it_is_amended_and_its_photos_replaced(bridge: int) -> None:
    made = noted(bridge, NOTE, photo("red").pk)
    other = photo("blue").pk

    amend(activity_id=made.pk, values={"people": 30}, photo_ids=[other], today=TODAY, by=system())

    made.refresh_from_db()
    assert (made.people, [one.photo_id for one in made.pictures.all()]) == (30, [other])


def test_struck_out_it_was_not_held(bridge: int) -> None:
    made = noted(bridge)

    strike(activity_id=made.pk, why="记错", by=system())
    gone = held([bridge], TODAY)
    unstrike(activity_id=made.pk, by=system())

    assert gone == []
    assert len(held([bridge], TODAY)) == 1


def test_a_photo_it_shows_or_once_showed_is_never_cleared_away(bridge: int) -> None:
    first, second, never = (
        hand_in(name="照片.jpg", content=scene(seed), by=system()).pk for seed in (1, 2, 3)
    )
    made = noted(bridge, NOTE, first, second)
    amend(activity_id=made.pk, values={}, today=TODAY, by=system(), photo_ids=[second])

    assert clear_unused(before=datetime(2099, 1, 1, tzinfo=ZONE), by=system()) == 1

    assert not Photo.objects.filter(pk=never).exists()
    assert Photo.objects.filter(pk__in=[first, second]).count() == 2
