"""The county draws, everybody can check."""

from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import draw_sample
from jinguo.campaigns.errors import PlanUnfit, SampleForbidden
from jinguo.campaigns.models import Campaign, Pick, Sample
from jinguo.campaigns.queries.sampling import check, drawn, samples
from jinguo.campaigns.queries.status import status
from jinguo.divisions.events import Moved
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.actor import CAMPAIGNS, RECORD, VIEW, Actor, Grant, system
from jinguo.kernel.events import announce
from jinguo.kernel.periods import Period
from tests.factories.deeds import unit
from tests.factories.visits import DAY, visited

MIDDLE = date(2017, 6, 30)


def test_ten_are_drawn_across_the_townships_and_follow_from_the_seed(replayed: Campaign) -> None:
    first = draw_sample(campaign=replayed, size=13, today=MIDDLE, by=system("陈"))
    again = draw_sample(campaign=replayed, size=13, today=MIDDLE, by=system("陈"))

    assert [one.number for one in samples(replayed)] == [1, 2, 3]  # the first is the demo's
    assert first.seed != again.seed
    assert check(first).fits
    assert check(again).fits
    assert len({one.code[:9] for one in drawn(first, MIDDLE, reader=system())}) > 6
    entry = Entry.objects.filter(verb="sample.drawn", data__number=2).get()
    assert (entry.data["seed"], entry.data["units"]) == (first.seed, 13)


def test_only_units_that_are_done_where_that_is_asked(replayed: Campaign) -> None:
    done = {
        one.unit.federation_id
        for one in status(replayed, MIDDLE, reader=system()).units
        if one.done_on
    }

    made = draw_sample(campaign=replayed, size=5, today=MIDDLE, by=system(), only_done=True)

    assert {number for number, _code in made.pool} == done
    assert set(made.picks.values_list("federation_id", flat=True)) <= done


def test_whatever_is_altered_afterwards_is_found(small: Campaign, bridge: int) -> None:
    made = draw_sample(campaign=small, size=1, today=DAY, by=system())
    other = unit("430999100201")

    Pick.objects.filter(sample=made).update(drawn_id=other)
    assert not check(made).units
    Pick.objects.filter(sample=made).update(drawn_id=bridge)
    made.pool = [*made.pool, [other, "430999100201"]]
    assert not check(made).pool
    made.refresh_from_db()
    made.seed = "other"
    assert check(made).entry is False
    made.refresh_from_db()
    made.number = 2  # as if its entry were no longer there
    assert check(made).entry is None
    assert check(made).fits


@pytest.mark.parametrize(("size", "only_done"), [(0, False), (2, False), (1, True)])
def test_more_than_there_are_cannot_be_drawn(small: Campaign, size: int, only_done: bool) -> None:
    with pytest.raises(PlanUnfit):
        draw_sample(campaign=small, size=size, today=DAY, by=system(), only_done=only_done)

    assert not Sample.objects.exists()


def test_only_the_county_draws(small: Campaign) -> None:
    township = Actor(6, "镇", (Grant(RECORD, "430999100"), Grant(CAMPAIGNS, "430999100")))

    with pytest.raises(SampleForbidden):
        draw_sample(campaign=small, size=1, today=DAY, by=township)

    assert not Sample.objects.exists()


def test_a_sample_shows_who_was_visited_since_to_who_may_see_it(
    small: Campaign, bridge: int
) -> None:
    made = draw_sample(campaign=small, size=1, today=DAY, by=system())
    visited(bridge)  # of no campaign
    (before,) = drawn(made, DAY, reader=system())

    visit = visited(bridge, campaign=small)
    (after,) = drawn(made, DAY, reader=system())

    assert (before.visit_id, after.visit_id, after.visited_on) == (None, visit.pk, DAY)
    assert drawn(made, DAY, reader=Actor(7, "邻镇", (Grant(VIEW, "430999200"),))) == []


def test_a_sample_follows_its_units_and_still_follows_from_its_seed(
    small: Campaign, bridge: int
) -> None:
    made = draw_sample(campaign=small, size=1, today=DAY, by=system())
    other = unit("430999100201")

    announce(RecordsMoved((Moved(bridge, other, Period(None, None)),)))

    assert made.picks.get().federation_id == other
    assert check(made).fits
