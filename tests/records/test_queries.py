"""Where photos were shown before, whichever room the record is of."""

from datetime import date

import pytest

from jinguo.activities.actions import strike
from jinguo.activities.models import Activity
from jinguo.campaigns.models import Finding, StepPaper, Visit
from jinguo.files.models import Photo
from jinguo.kernel.actor import system
from jinguo.plaques.models import Plaque
from jinguo.records.queries import used_before, ways
from jinguo.web.base.reuse import WHAT
from tests.factories.activities import noted
from tests.factories.photos import photo_of
from tests.factories.villages import bridge_village


@pytest.fixture
def village(linshan: None) -> int:
    return bridge_village()


def uses(photo: Photo, **how: object) -> list[tuple[str, int]]:
    return [(one.word, one.record_id) for one in used_before([photo.pk], **how)]  # type: ignore[arg-type]


def plaque(federation_id: int, photo: Photo) -> Plaque:
    return Plaque.objects.create(
        federation_id=federation_id, text="牌", place="村部", hung_on=date(2019, 3, 2),
        photo=photo, recorded_by_id=0, recorded_by="测",
    )  # fmt: skip


def test_every_kind_of_record_with_photos_is_looked_at_and_has_a_name() -> None:
    assert {one.record for one in ways()} == {Activity, Finding, Plaque, StepPaper, Visit}
    assert {one.record.WORD for one in ways()} == set(WHAT)


def test_the_photo_of_a_plaque_shown_again_in_an_activity_is_found(village: int) -> None:
    hung = plaque(village, photo_of(1))
    again, other = photo_of(1), photo_of(2)
    noted(village, again.pk, other.pk)

    assert uses(again) == [("plaque", hung.pk)]
    assert uses(other) == []


def test_the_record_itself_does_not_count_nor_what_is_struck_out(village: int) -> None:
    first = noted(village, photo_of(1).pk)
    again = photo_of(1)

    assert uses(again) == [("activity", first.pk)]
    assert uses(again, but=[("activity", first.pk)]) == []

    strike(activity_id=first.pk, why="重复", by=system())
    assert uses(again) == []
