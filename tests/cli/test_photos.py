"""``jinguo photos clear``."""

from datetime import timedelta

import pytest
from click.testing import CliRunner

from jinguo.cli.photos import DAYS, photos
from jinguo.files.actions import hand_in
from jinguo.files.models import Photo
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now
from tests.factories.photos import photo_of, scene

pytestmark = pytest.mark.django_db


def test_photos_that_waited_in_vain_are_removed_and_counted() -> None:
    for seed in (1, 2):
        hand_in(name="照片.jpg", content=scene(seed), by=system())
    photo_of(3)
    Photo.objects.filter(ahead=True).update(kept_at=now() - timedelta(days=DAYS, hours=1))
    late = hand_in(name="照片.jpg", content=scene(4), by=system())

    told = CliRunner().invoke(photos, ["clear"])

    assert (told.exit_code, told.output) == (0, "已清理照片：2\n")
    assert Photo.objects.count() == 2
    assert Photo.objects.filter(pk=late.pk).exists()


def test_what_was_handed_in_today_is_never_asked_for() -> None:
    assert CliRunner().invoke(photos, ["clear", "--days", "0"]).exit_code == 2
