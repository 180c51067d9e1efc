"""Which papers of a step are there follows from the records, whatever they are."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.campaigns.actions import (
    Plan,
    StepPlan,
    WavePlan,
    file_result,
    hand_in,
    plan_campaign,
    strike_paper,
    unstrike_paper,
)
from jinguo.campaigns.enums import Doer, Made
from jinguo.campaigns.models import Campaign, StepPaper
from jinguo.campaigns.queries.plan import asked
from jinguo.campaigns.queries.steps import StepState, steps
from jinguo.campaigns.rules.standard import spread
from jinguo.federations.actions import merge
from jinguo.files.errors import NoPhoto
from jinguo.groups.actions import dissolve, register
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import RECORD, Actor, Grant, system
from jinguo.plaques.actions import hang
from jinguo.records.errors import RecordForbidden, RecordUnfit
from tests.factories.activities import noted
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, unit
from tests.factories.elections import DAY as HELD
from tests.factories.elections import called, prepared
from tests.factories.photos import jpeg, photo

FIRST, LAST, ELECTED = date(2019, 2, 1), date(2019, 4, 30), date(2019, 3, 1)
PDF = ("请示.jpg", b"%PDF-1.7 ...")


@pytest.fixture
def reform(bridge: int) -> Campaign:
    """The template over one village."""
    waves = (WavePlan("第一批", LAST, [bridge]),)
    plan = Plan("会改联", FIRST, LAST, waves, steps=spread(FIRST, LAST, [LAST]))
    return plan_campaign(slug="reform", county=county(LINSHAN), plan=plan, by=system())


def states(campaign: Campaign, day: date) -> dict[int, StepState]:
    (one,) = asked(campaign, day)
    found = steps(campaign, day, {one.unit.federation_id: one.wave})
    return {state.step.number: state for state in found[one.unit.federation_id]}


def handed(
    campaign: Campaign, federation_id: int, *names: str, day: date = ELECTED,
    file: tuple[str, bytes] = PDF, by: Actor | None = None,
) -> StepPaper:  # fmt: skip
    return hand_in(
        campaign=campaign, federation_id=federation_id, names=names or ("请示",), done_on=day,
        file=file, today=TODAY, by=by or system(),
    )  # fmt: skip


def test_the_units_have_their_steps_and_the_county_its_own(reform: Campaign, bridge: int) -> None:
    office = unit(f"{LINSHAN}000000")

    (found,) = steps(reform, ELECTED, {office: None}).values()

    assert list(states(reform, ELECTED)) == list(range(1, 9))
    assert [one.step.number for one in found] == [0, 9]
    handed(reform, office, "联合意见", "实施方案", "会议签到")
    (found,) = steps(reform, ELECTED, {office: None}).values()
    assert found[0].done_on == ELECTED
    assert found[1].due_on == LAST


def test_handed_in_it_counts_struck_out_it_does_not_and_back_again(
    reform: Campaign, bridge: int
) -> None:
    made = handed(reform, bridge, "请示", "党支部批复")

    assert states(reform, ELECTED)[1].lacks == ["领导小组名单"]
    assert states(reform, date(2019, 2, 28))[1].lacks == ["领导小组名单", "请示", "党支部批复"]
    strike_paper(paper_id=made.pk, why="错", by=system())
    assert len(states(reform, ELECTED)[1].lacks) == 3
    unstrike_paper(paper_id=made.pk, by=system())
    assert len(states(reform, ELECTED)[1].lacks) == 1
    handed(reform, bridge, "领导小组名单", day=date(2019, 3, 2))
    assert states(reform, date(2019, 3, 2))[1].done_on == date(2019, 3, 2)


def test_what_other_records_are_is_not_asked_for(reform: Campaign, bridge: int) -> None:
    assert states(reform, ELECTED)[7].lacks == ["选举结果报告", "备案表"]  # the roster is there
    file_result(
        federation_id=bridge, elected_on=ELECTED, paper=("a", b"1"), today=TODAY, by=system()
    )
    hang(
        federation_id=bridge, place="村部", hung_on=ELECTED, today=TODAY, by=system(),
        photo_id=photo().pk,
    )  # fmt: skip
    group = register(
        federation_id=bridge, name="群", kind=GroupKind.WOMEN, founded_on=ELECTED, today=TODAY,
        by=system(),
    )  # fmt: skip
    noted(bridge)

    found = states(reform, date(2019, 3, 8))

    assert found[6].done_on == ELECTED
    assert found[7].lacks == ["备案表"]
    assert found[8].lacks == ["活动照片"]
    noted(bridge, photo().pk)
    assert states(reform, date(2019, 3, 8))[8].done_on == date(2019, 3, 8)
    dissolve(group_id=group.pk, on=date(2019, 3, 9), today=TODAY, by=system())
    assert states(reform, date(2019, 3, 9))[8].lacks == ["联系群登记"]


def test_a_paper_of_long_before_belongs_to_another_campaign(reform: Campaign, bridge: int) -> None:
    handed(reform, bridge, day=date(2018, 10, 1))
    assert "请示" in states(reform, ELECTED)[1].lacks

    handed(reform, bridge, day=date(2018, 12, 1))
    assert "请示" not in states(reform, ELECTED)[1].lacks


def test_a_step_is_overdue_after_its_day_with_or_without_one_of_its_own(
    reform: Campaign, bridge: int
) -> None:
    first = states(reform, FIRST)[1].due_on

    assert first < LAST
    assert not states(reform, first)[1].overdue
    assert states(reform, date.fromordinal(first.toordinal() + 1))[1].overdue
    plan = Plan("二", FIRST, LAST, (WavePlan("一", ELECTED, [bridge]),),
                steps=(StepPlan(1, "筹备", ("请示",)),))  # fmt: skip
    other = plan_campaign(slug="b", county=county(LINSHAN), plan=plan, by=system())
    assert states(other, ELECTED)[1].due_on == ELECTED


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"names": ()}, RecordUnfit),
        ({"names": ("联合意见",)}, RecordUnfit),  # the county's
        ({"names": ("情书",)}, RecordUnfit),
        ({"done_on": date(2099, 1, 1)}, RecordUnfit),
        ({"file": ("a.pdf", b"%PDF" + b"0" * 21 * 1024 * 1024)}, RecordUnfit),
        ({"file": ("a.jpg", b"")}, NoPhoto),
        ({"file": ("a.svg", b"<svg><script/></svg>")}, NoPhoto),
        ({"by": Actor(7, "邻村", (Grant(RECORD, "430999100201"),))}, RecordForbidden),
    ],
)
def test_what_cannot_be_handed_in_is_refused(
    reform: Campaign, bridge: int, words: dict[str, Any], error: type[Exception]
) -> None:
    usual: dict[str, Any] = {
        "campaign": reform, "federation_id": bridge, "names": ("请示",), "done_on": ELECTED,
        "file": PDF, "today": TODAY, "by": system(),
    }  # fmt: skip

    with pytest.raises(error):
        hand_in(**{**usual, **words})

    assert not StepPaper.objects.exists()


def test_what_kind_of_file_it_is_is_read_from_its_bytes(reform: Campaign, bridge: int) -> None:
    assert handed(reform, bridge).suffix == "pdf"  # though it is called .jpg
    assert handed(reform, bridge, file=("a.doc", jpeg())).photo is not None


def test_the_papers_of_a_merged_village_follow_it(reform: Campaign, bridge: int) -> None:
    handed(reform, bridge)
    other = unit("430999100201", ELECTED)
    merge(federation_ids=[bridge], into_id=other, on=date(2019, 4, 1), by=system())

    (one,) = asked(reform, date(2019, 4, 2))

    assert one.unit.federation_id == other


def test_a_congress_leaves_its_papers_by_itself(qingliu: None) -> None:
    congress = called()
    waves = (WavePlan("一", date(2022, 7, 31), [congress.federation_id]),)
    plan = Plan("换届", date(2022, 6, 1), date(2022, 7, 31), waves)
    plan = replace(plan, steps=spread(plan.starts_on, plan.ends_on, [plan.ends_on]))
    one = plan_campaign(slug="c", county=county("350423"), plan=plan, by=system())

    before = states(one, HELD)
    congress.delete()
    prepared()
    after = states(one, HELD)

    assert "代表名单" in before[3].lacks
    assert after[3].papers["代表名单"].made is Made.DELEGATES
    assert after[4].papers["候选人登记表"].made is Made.CANDIDATES
    assert "计票单" in after[5].lacks
    assert states(one, date(2022, 7, 9))[3].papers == {}  # entered after its day


def test_as_many_queries_for_one_unit_as_for_all(replayed: Campaign) -> None:
    every = asked(replayed, LAST_DAY)
    counts = []
    for some in (every[:1], every):
        with CaptureQueriesContext(connection) as queries:
            found = steps(replayed, LAST_DAY, {one.unit.federation_id: one.wave for one in some})
        counts.append(len(queries))

    assert counts == [15, 15]
    assert all(one.done_on for line in found.values() for one in line)
    assert {one.step.doer for line in found.values() for one in line} == {Doer.UNIT}


LAST_DAY = date(2017, 7, 31)
