"""Two divisions that turn out to be one place: one federation, all its people once."""

from datetime import date

import pytest

from jinguo.divisions.events import DivisionsJoined
from jinguo.divisions.models import Division
from jinguo.federations.actions import close
from jinguo.federations.models import Federation
from jinguo.federations.queries import federations_of, units_below
from jinguo.kernel.actor import system
from jinguo.kernel.events import announce
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
from tests.factories.imports import applied, bring_list, periods, picture
from tests.factories.workbooks import committee, woman

ROCK = "430999100"
DAY = date(2019, 6, 1)
ONE, TWO = "红岩镇石桥村", "红岩镇大坪村"

pytestmark = pytest.mark.usefixtures("linshan")


def divisions() -> tuple[int, int]:
    """The divisions of 石桥村 and 大坪村."""
    by_code = {one.code: one.place.division_id for one in units_below(ROCK, DAY)}
    return by_code[f"{ROCK}200"], by_code[f"{ROCK}201"]


def joined() -> None:
    """Announce that 大坪村 is 石桥村."""
    kept, gone = divisions()
    announce(DivisionsJoined(kept_id=kept, gone_id=gone))


def test_people_of_both_sit_in_the_one_that_is_kept() -> None:
    applied(bring_list(*committee(ONE, "张梅", "李兰", since="2018.12.20")))
    applied(bring_list(*committee(TWO, "王菊", "赵竹", since="2018.12.1")))
    _kept, gone = divisions()

    joined()

    assert not Federation.objects.filter(division_id=gone).exists()
    assert {code for code, *_rest in periods()} == {f"{ROCK}200"}


def test_a_federation_only_the_gone_place_had_is_taken_over() -> None:
    applied(bring_list(*committee(TWO, "王菊", "赵竹")))
    kept, gone = divisions()
    Federation.objects.filter(division_id=kept).delete()
    was = federations_of([gone])[gone]

    announce(DivisionsJoined(kept_id=kept, gone_id=gone))

    assert federations_of([kept]) == {kept: was}


def test_a_closed_federation_moves_along_with_its_history() -> None:
    applied(bring_list(*committee(TWO, "王菊", "赵竹")))
    kept, gone = divisions()
    close(federation_id=federations_of([gone])[gone], on=date(2020, 1, 1), by=system())

    joined()

    assert Federation.objects.filter(division_id=kept).count() == 2
    assert len(periods()) == 2


def test_one_seat_known_to_both_is_kept_once() -> None:
    both = {"phone": "19900000001", "since": "2018.12.20"}
    applied(bring_list(woman("张梅", "主席", unit=ONE, **both)))
    applied(bring_list(woman("张梅", "主席", unit=TWO, **both)))

    joined()

    assert Appointment.objects.count() == 1


def test_two_seats_of_one_woman_begun_on_different_days_become_one_history() -> None:
    applied(bring_list(woman("张梅", "执委", unit=ONE, phone="19900000001", since="2018.12.20")))
    applied(bring_list(woman("张梅", "主席", unit=TWO, phone="19900000001", since="2019.1.15")))

    joined()

    assert [row[2:] for row in periods()] == [
        ("executive", "2018-12-20", "2019-01-15"),
        ("chair", "2019-01-15", ""),
    ]


def test_who_succeeded_the_gone_one_is_succeeded_by_the_kept() -> None:
    applied(bring_list(*committee(TWO, "王菊", "赵竹")))
    kept, gone = divisions()
    by_code = {one.code: one.federation_id for one in units_below(ROCK, DAY)}
    merged = by_code[f"{ROCK}001"]
    close(federation_id=merged, on=DAY, by=system(), successor_id=federations_of([gone])[gone])

    joined()

    assert Federation.objects.get(pk=merged).successor_id == federations_of([kept])[kept]


def test_a_batch_can_still_be_undone_after_its_unit_was_joined() -> None:
    applied(bring_list(*committee(TWO, "王菊", "赵竹")))
    batch = applied(bring_list(*committee(TWO, "王菊", "孙雪"))).batch
    assert batch is not None
    joined()

    undo(batch_id=batch, by=system())

    assert [(code, name) for code, name, *_rest in periods()] == [
        (f"{ROCK}200", "王菊"),
        (f"{ROCK}200", "赵竹"),
    ]


def test_the_gone_division_can_be_deleted_afterwards() -> None:
    applied(bring_list(*committee(TWO, "王菊", "赵竹")))
    _kept, gone = divisions()
    before = len(picture()["roster_appointment"])

    joined()

    assert not Federation.objects.filter(division_id=gone).exists()
    assert Division.objects.filter(pk=gone).exists()
    assert len(picture()["roster_appointment"]) == before
