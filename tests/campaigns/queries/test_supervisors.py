"""Who supervises a unit: named in the plan, or the level above."""

from dataclasses import replace
from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import SupervisorPlan, change_plan
from jinguo.campaigns.errors import PlanUnfit
from jinguo.campaigns.models import Campaign, Supervisor
from jinguo.campaigns.queries.plan import asked, plan_of
from jinguo.campaigns.queries.supervisors import Supervision, supervision
from jinguo.divisions.queries import place
from jinguo.kernel.actor import RECORD, Actor, Grant, system
from jinguo.people.actions import erase
from jinguo.people.models import Person
from jinguo.roster.models import Appointment
from tests.factories.deeds import TODAY

DAY = date(2019, 3, 1)


def of(campaign: Campaign, day: date = DAY) -> Supervision:
    (one,) = asked(campaign, day)
    return supervision(campaign, [(one.unit, one.wave)], day)[one.unit.federation_id]


def named(campaign: Campaign, *supervisors: SupervisorPlan) -> None:
    plan = replace(plan_of(campaign, DAY), supervisors=supervisors)
    change_plan(campaign_id=campaign.pk, plan=plan, by=system())


def test_where_nobody_is_named_the_township_supervises(small: Campaign) -> None:
    found = of(small)

    assert found.who == "红岩镇妇联"
    assert found.is_hers(Actor(5, "镇", (Grant(RECORD, "430999100"),)), None)
    assert not found.is_hers(Actor(6, "县", (Grant(RECORD, "430999"),)), None)


def test_who_is_named_for_the_township_comes_before_the_wave(small: Campaign) -> None:
    township = place("430999100", DAY).division_id
    woman = Person.objects.create(name="张红")

    named(
        small,
        SupervisorPlan("组联部", wave=0),
        SupervisorPlan("副主席 张红", township, person_id=woman.pk, ends_on=date(2019, 3, 2)),
    )

    assert of(small).who == "副主席 张红"
    assert of(small).is_hers(Actor(7, "张红"), woman.pk)
    assert not of(small).is_hers(Actor(8, "李"), None)
    assert of(small, date(2019, 3, 2)).who == "组联部"


@pytest.mark.parametrize(
    "one",
    [
        SupervisorPlan(" ", wave=0),
        SupervisorPlan("组联部"),
        SupervisorPlan("组联部", wave=3),
        SupervisorPlan("组联部", 10**9),
        SupervisorPlan("组联部", wave=0, begins_on=DAY, ends_on=DAY),
    ],
)
def test_what_cannot_be_is_refused(small: Campaign, one: SupervisorPlan) -> None:
    with pytest.raises(PlanUnfit):
        named(small, one)

    assert not Supervisor.objects.exists()


def test_her_name_is_not_on_record_but_that_it_changed_is(small: Campaign) -> None:
    named(small, SupervisorPlan("张红", wave=0))
    named(small, SupervisorPlan("李兰", wave=0))

    entries = list(Entry.objects.filter(verb="campaign.replanned"))
    assert len(entries) == 2
    assert not any("张红" in str(one.after) or "李兰" in str(one.after) for one in entries)


def test_who_is_erased_supervises_no_more_by_name(small: Campaign, bridge: int) -> None:
    woman = Appointment.objects.filter(federation_id=bridge, person__name="张梅").earliest("pk")
    named(small, SupervisorPlan("石桥村主席 张梅", wave=0, person_id=woman.person_id))

    erase(person_id=woman.person_id, today=TODAY, by=system())

    assert "张梅" not in Supervisor.objects.get().who
