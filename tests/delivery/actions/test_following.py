"""Notices follow persons and federations; what somebody erased has read is forgotten."""

from datetime import date, timedelta

import pytest

from jinguo.access.queries.held import held_about
from jinguo.agenda.actions.reminding import remind
from jinguo.delivery.actions.following import move
from jinguo.delivery.actions.seeing import see
from jinguo.delivery.models import Notice
from jinguo.delivery.queries.ledger import inbox, unseen
from jinguo.divisions.events import Moved
from jinguo.kernel.actor import system
from jinguo.kernel.periods import Period
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED
from tests.factories.deeds import TODAY, unit
from tests.factories.imports import picture
from tests.factories.reminded import BRIDGE, DUE, SLOPE, asking, at, named, staffed

BY = system("test")


@pytest.fixture
def chair(linshan: None) -> int:
    """石主梅, who was reminded of four gates on the day they were due."""
    staffed()
    asking([BRIDGE])
    remind(now=at(DUE), by=BY)
    return named("石主梅")


def test_she_sees_what_she_was_told_once(chair: int) -> None:
    assert unseen(chair) == 4

    assert see(person_id=chair, now=at(DUE, 8)) == 0  # before it was said
    assert see(person_id=chair, now=at(DUE, 10)) == 4
    assert see(person_id=chair, now=at(DUE, 11)) == 0
    assert unseen(chair) == 0
    assert {one.seen_at for one in inbox(chair)} == {at(DUE, 10)}


def test_her_file_says_what_she_was_reminded_of(chair: int) -> None:
    found = held_about(chair, TODAY, BY)

    assert found is not None
    (part,) = [one for one in found[1] if one.title == "提醒"]
    assert part.rows == [("2019-03-01 09:00", "会改联", "2019-03-01", "—")] * 4


def test_they_are_hers_who_stays_and_go_back(chair: int) -> None:
    kept = named("大主梅")
    before = picture("delivery_notice")

    batch = merge(kept_id=kept, gone_id=chair, by=BY)

    assert len(inbox(kept)) == 4
    undo(batch_id=batch.pk, by=BY)
    assert picture("delivery_notice") == before


def test_of_who_is_erased_the_count_stays(chair: int) -> None:
    see(person_id=chair, now=at(DUE, 10))
    Notice.objects.filter(part="plaque").update(subject="请石主梅整改")
    Appointment.objects.filter(person_id=chair).update(ends_on=DUE + timedelta(days=1))

    erase_person(person_id=chair, name="石主梅", reason="本人要求", today=TODAY, by=BY)

    assert [(one.seen_at, str(one.recipient)) for one in inbox(chair)] == [(None, "姓名已删除")] * 4

    assert Notice.objects.get(part="plaque").subject == f"请{ERASED}整改"


def test_notices_and_their_keys_follow_a_federation_by_their_day(chair: int) -> None:
    here, there = unit(BRIDGE), unit(SLOPE)

    move(moves=[Moved(here, there, Period(date(2019, 4, 1), None))])
    assert Notice.objects.filter(federation_id=here, addressee_id=here).count() == 4

    move(moves=[Moved(here, there, Period(None, None))])
    found = Notice.objects.filter(federation_id=there, addressee_id=there)
    assert found.count() == 4
    assert all(one.thing.endswith(f":{there}") for one in found)


def test_a_key_that_is_taken_stays_as_it_is(chair: int) -> None:
    here, there = unit(BRIDGE), unit(SLOPE)
    asking([SLOPE], slug="other")
    remind(now=at(DUE, 10), by=BY)
    one = Notice.objects.filter(federation_id=here).earliest("pk")
    head = one.thing.removesuffix(f":{here}")
    Notice.objects.filter(federation_id=there, part=one.part).update(thing=f"{head}:{there}")

    move(moves=[Moved(here, there, Period(None, None))])

    assert Notice.objects.filter(federation_id=there).count() == 8
    assert Notice.objects.get(pk=one.pk).thing == one.thing
