"""Two months of clock in seconds: gates close and open meanwhile, the machine is off at times."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localtime

from jinguo.agenda.actions.reminding import remind
from jinguo.agenda.enums import HEIGHT
from jinguo.agenda.queries.ladders import ladder_shelf
from jinguo.agenda.queries.owing import owed
from jinguo.agenda.queries.reminders import waiting
from jinguo.delivery.actions.ruling import set_manner
from jinguo.delivery.enums import Hold
from jinguo.delivery.models import Notice
from jinguo.delivery.rules.manners import Manner, week_of
from jinguo.groups.actions import register, strike
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import system
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, unit
from tests.factories.reminded import (
    BRIDGE,
    FIRST,
    SLOPE,
    VILLAGES,
    asking,
    at,
    staffed,
)  # fmt: skip

BY = system("test")
LAST = FIRST + timedelta(days=60)
OFF = (date(2019, 3, 3), date(2019, 3, 9))
"""The office's machine was off: from ≤ day < until."""
HOURS = (0, 3, 5, 6, 7, 8, 9, 12, 15, 18, 20, 21, 22, 23)
"""Every three, and each around the edges of the night; the worker runs once in each."""
CAP = 6
QUIET = (time(21), time(7, 30))


def group(code: str, day: date, name: str) -> int:
    return register(
        federation_id=unit(code), name=name, kind=GroupKind.WOMEN, founded_on=day, today=TODAY,
        by=BY,
    ).pk  # fmt: skip


def hours() -> Iterator[datetime]:
    for days in range((LAST - FIRST).days + 1):
        for hour in HOURS:
            yield at(FIRST + timedelta(days=days), hour, 29)


def lived_through() -> None:
    """The worker runs day and night, unless the machine is off; records are made on their days."""
    there: dict[str, int] = {}

    def found(code: str, day: date, name: str) -> None:
        there[code] = group(code, day, name)

    def dissolved() -> None:
        strike(group_id=there[SLOPE], why="群已不在", by=BY)

    deeds: dict[datetime, Callable[[], None]] = {
        at(date(2019, 2, 20), 15, 29): lambda: found(BRIDGE, date(2019, 2, 20), "石桥村妇女群"),
        at(date(2019, 3, 5), 9, 29): lambda: found(SLOPE, date(2019, 3, 5), "大坪村妇女群"),
        at(date(2019, 3, 12), 9, 29): dissolved,
    }
    for now in hours():
        if now in deeds:
            deeds[now]()
        if not OFF[0] <= now.date() < OFF[1]:
            remind(now=now, by=BY)


def test_two_months(linshan: None) -> None:
    staffed()
    asking(VILLAGES)
    manner = Manner(*QUIET, CAP)
    set_manner(
        place=county(LINSHAN), since=None, manner=manner, source="县妇联", verified=True, by=BY
    )
    lived_through()

    lived = list(Notice.objects.order_by("sent_at", "pk"))
    steps = {one.days: one.whom for one in ladder_shelf().ladder("430999", LAST)[1]}
    of_things: dict[str, list[Notice]] = defaultdict(list)
    for one in lived:
        of_things[one.thing].append(one)
        local = localtime(one.sent_at)
        # never at night, never while the machine was off, never before its day
        assert QUIET[1] <= local.time() < QUIET[0]
        assert not OFF[0] <= one.sent_on < OFF[1]
        assert local.date() == one.sent_on >= one.due_on + timedelta(days=one.step)

    # never twice the same thing on one day, never the same step twice
    assert len({(one.thing, one.sent_on) for one in lived}) == len(lived)
    assert len({(one.thing, one.due_on, one.step) for one in lived}) == len(lived)
    # no unit beyond its cap in any week, and the cap was met
    own = [one for one in lived if one.addressee_id == one.federation_id]
    weeks = Counter((one.addressee_id, week_of(one.sent_on)) for one in own)
    assert max(weeks.values()) == CAP
    # the ladder goes up: who owes, her deputy, the levels above
    for said in of_things.values():
        heights = [HEIGHT[steps[one.step]] for one in said]
        assert heights == sorted(heights)
        assert said[0].addressee_id == said[0].federation_id
    # no step of what is still owed is lost: said, stood for by a later one, or held by the cap
    held = {one.owed.key for one, hold in waiting(at(LAST, 23, 29)) if hold is not None}
    still = owed(LAST)
    assert len(still) == 11  # twelve gates, one closed for good; one was open again
    for debt in still:
        said = of_things[debt.key]
        covered = {step for one in said for step in (one.step, *one.overtook)}
        assert covered == set(steps) or debt.key in held
    assert {hold for _one, hold in waiting(at(LAST, 12))} <= {Hold.CAP}
    # what was done in time was never asked for; what was struck out is asked for again
    groups = [(one.federation_id, one.sent_on) for one in lived if one.part == "group"]
    assert unit(BRIDGE) not in {federation for federation, _day in groups}
    assert max(day for federation, day in groups if federation == unit(SLOPE)) > date(2019, 3, 12)
