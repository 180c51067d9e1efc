"""Visits are put on record by the level above, with what they found."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import (
    Found,
    VisitNote,
    add_finding,
    amend_visit,
    record_visit,
    strike_visit,
    unstrike_visit,
)
from jinguo.campaigns.errors import SupervisionForbidden
from jinguo.campaigns.models import Campaign, Finding, Visit
from jinguo.kernel.actor import RECORD, Actor, Grant
from jinguo.kernel.attempts import attempts
from jinguo.records.errors import RecordForbidden, RecordStruck, RecordUnfit
from tests.factories.deeds import TODAY, sitting, unit
from tests.factories.photos import photo
from tests.factories.visits import DAY, DUE, NOTE, found, visited

VILLAGE = Actor(5, "村", (Grant(RECORD, "430999100200"),))
TOWNSHIP = Actor(6, "镇", (Grant(RECORD, "430999100"),))


def test_the_township_records_a_visit_with_findings_and_photos(
    small: Campaign, bridge: int
) -> None:
    shown = photo()

    made = visited(bridge, "牌子没有挂正", "资料不齐", campaign=small)
    with_photo = record_visit(
        federation_id=bridge, note=NOTE, today=TODAY, by=Actor(0, "test", TOWNSHIP.grants),
        photo_ids=[shown.pk, shown.pk],
    )  # fmt: skip

    assert [(one.matter, one.raised_on, one.due_on) for one in made.findings.order_by("pk")] == [
        ("牌子没有挂正", DAY, DUE),
        ("资料不齐", DAY, DUE),
    ]
    assert [one.photo for one in with_photo.pictures.all()] == [shown]
    assert with_photo.recorded_by == "test"


def test_the_village_is_told_that_it_does_not_visit_itself(bridge: int) -> None:
    with attempts() as tried, pytest.raises(SupervisionForbidden, match="自己负责反馈"):
        visited(bridge, "没有问题", by=VILLAGE)

    assert [(one.right, one.unit_code) for one in tried] == [(RECORD, "430999100200")]
    assert not Visit.objects.exists()
    assert not Finding.objects.exists()


def test_another_township_visits_nobody_here(bridge: int) -> None:
    with pytest.raises(SupervisionForbidden):
        visited(bridge, by=Actor(7, "邻镇", (Grant(RECORD, "430999200"),)))

    assert not Visit.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        {"visited_on": date(2099, 1, 1)},
        {"visited_on": date(1900, 1, 1)},
        {"visitors": " "},
        {"findings": (Found(" ", DUE),)},
        {"findings": (Found("牌子", date(2019, 3, 4)),)},
        {"findings": (Found("牌子", DUE), Found("资料", DUE, owner_id=10**12))},
    ],
)
def test_what_cannot_be_is_refused_as_a_whole(bridge: int, words: dict[str, Any]) -> None:
    note = replace(VisitNote(visited_on=DAY, visitors="镇妇联"), **words)

    with pytest.raises(RecordUnfit):
        record_visit(federation_id=bridge, note=note, today=TODAY, by=TOWNSHIP)

    assert not Visit.objects.exists()
    assert not Finding.objects.exists()


def test_photos_of_somebody_else_are_not_shown(bridge: int) -> None:
    with pytest.raises(RecordUnfit):
        visited(bridge, by=TOWNSHIP, photo_ids=(photo().pk,))

    assert not Visit.objects.exists()


def test_who_is_to_mend_it_sits_in_the_unit_that_day(bridge: int) -> None:
    visit = visited(bridge)
    woman = sitting(bridge, "李兰", DAY)

    made = add_finding(visit_id=visit.pk, found=Found("牌子", DUE, woman), by=TOWNSHIP)

    assert made.owner_id == woman


def test_findings_go_with_the_day_of_their_visit(bridge: int) -> None:
    one = found(bridge)

    amend_visit(visit_id=one.visit_id, values={"visited_on": DUE}, today=TODAY, by=TOWNSHIP)
    one.refresh_from_db()
    assert one.raised_on == DUE

    with pytest.raises(RecordUnfit):
        amend_visit(
            visit_id=one.visit_id, values={"visited_on": date(2019, 3, 16)}, today=TODAY,
            by=TOWNSHIP,
        )  # fmt: skip


def test_a_visit_is_struck_out_with_a_reason_and_put_back_by_the_level_above_only(
    bridge: int,
) -> None:
    visit = visited(bridge)

    with pytest.raises(SupervisionForbidden):
        strike_visit(visit_id=visit.pk, why="没来", by=VILLAGE)
    with pytest.raises(RecordForbidden):
        strike_visit(visit_id=visit.pk, why="没来", by=Actor(7, "邻村"))
    strike_visit(visit_id=visit.pk, why="记错了村", by=TOWNSHIP)
    with pytest.raises(RecordStruck):
        add_finding(visit_id=visit.pk, found=Found("牌子", DUE), by=TOWNSHIP)
    unstrike_visit(visit_id=visit.pk, by=TOWNSHIP)

    visit.refresh_from_db()
    assert visit.struck_at is None
    verbs = Entry.objects.filter(subject="visit").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["visit.recorded", "visit.struck", "visit.put_back"]


def test_the_record_of_deeds_does_not_repeat_what_may_name_persons(bridge: int) -> None:
    one = found(bridge, "张梅没有到场")

    entry = Entry.objects.get(subject="finding", subject_id=str(one.pk))
    assert entry.after
    assert entry.after["matter"] is True
    assert entry.unit_code.startswith("430999100200")
    assert unit("430999100200") == bridge
