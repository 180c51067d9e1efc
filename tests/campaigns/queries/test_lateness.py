"""Who is ranked, by what, and how the pilot stands beside the rest."""

from datetime import date, timedelta

from jinguo.activities.enums import ActivityKind
from jinguo.activities.models import Activity
from jinguo.campaigns.models import Campaign, Wave
from jinguo.campaigns.queries.lateness import (
    LateTownship,
    late_townships,
    late_units,
    pilot_compared,
)
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.queries.townships import townships
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.plaques.models import Plaque

LAST = date(2017, 7, 31)
DUE = date(2017, 6, 20)


def ranked(campaign: Campaign, day: date) -> list[LateTownship]:
    return late_townships(townships(status(campaign, day, reader=system())), day)


def due(day: date) -> None:
    Wave.objects.filter(number__gt=0).update(due_on=day)


def test_in_time_nobody_is_ranked_and_all_stand_by_code(replayed: Campaign) -> None:
    found = ranked(replayed, LAST)

    assert [one.place for one in found] == [None] * 13
    prefixes = [one.township.prefix for one in found]
    assert prefixes == sorted(prefixes)
    assert late_units(status(replayed, LAST, reader=system())) == []


def test_townships_are_ranked_by_the_longest_delay_then_by_the_sum(replayed: Campaign) -> None:
    due(DUE)

    found = ranked(replayed, LAST)

    keys = [one.lateness.key for one in found]
    assert keys == sorted(keys, reverse=True)
    assert found[0].place == 1
    for one in found:
        days = [
            max(0, ((unit.done_on or LAST) - unit.wave.due_on).days) for unit in one.township.units
        ]
        assert one.lateness.key == (max(days), sum(days))
        assert one.lateness.overdue == sum(bool(unit.overdue) for unit in one.township.units)


def test_more_activities_members_and_photos_change_no_rank(replayed: Campaign) -> None:
    due(DUE)
    day = DUE + timedelta(days=10)
    before = [(one.township.name, one.place) for one in ranked(replayed, day)]

    ContactGroup.objects.update(members=499)
    for one in list(Activity.objects.order_by("pk")[:20]):
        for _more in range(5):
            Activity.objects.create(
                federation_id=one.federation_id, title="又一场", kind=ActivityKind.LECTURE,
                held_on=one.held_on, place="村部", people=900, recorded_by_id=1, recorded_by="x",
            )  # fmt: skip

    assert [(one.township.name, one.place) for one in ranked(replayed, day)] == before


def test_what_was_done_late_stays_late_and_is_not_overdue(replayed: Campaign) -> None:
    due(DUE)
    units = late_units(status(replayed, LAST, reader=system()))

    assert units
    assert [one.days for one in units] == sorted((one.days for one in units), reverse=True)
    assert all(one.state.overdue == [] and one.place for one in units)
    assert len(units) == 132 - status(replayed, DUE, reader=system()).done


def test_the_pilot_alone_is_too_few_to_tell(replayed: Campaign) -> None:
    compared = pilot_compared(status(replayed, LAST, reader=system()))

    assert [one.what for one in compared] == [
        "organisation", "plaque", "group", "activity", "done", "first_to_last",
    ]  # fmt: skip
    assert {(one.pilot.units, one.rest.units) for one in compared} == {(1, 131)}
    assert all(one.pilot.few and not one.rest.few for one in compared)
    assert [one.pilot.median for one in compared] == [8, 8, 8, 8, 8, 0]


def test_a_median_is_told_once_half_are_there(replayed: Campaign) -> None:
    halfway = pilot_compared(status(replayed, DUE, reader=system()))
    whole = pilot_compared(status(replayed, LAST, reader=system()))

    assert {one.rest.median for one in halfway} == {None}
    for one in whole:
        assert one.rest.first is not None
        assert one.rest.median is not None
        assert one.rest.last is not None
        assert one.rest.first <= one.rest.median <= one.rest.last


def test_evidence_from_before_the_campaign_counts_no_days(replayed: Campaign) -> None:
    Plaque.objects.update(hung_on=date(2017, 1, 1))

    plaque = pilot_compared(status(replayed, LAST, reader=system()))[1]

    assert (plaque.rest.median, plaque.rest.last) == (0, 0)


def test_without_a_pilot_there_is_nothing_to_compare(replayed: Campaign) -> None:
    Wave.objects.filter(number=0).update(number=9)

    assert pilot_compared(status(replayed, LAST, reader=system())) == []
