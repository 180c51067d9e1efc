"""``jinguo agenda owed|burden|remind|quiet|ladder``."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from jinguo.agenda.queries.ladders import ladder_shelf
from jinguo.cli.agenda import agenda
from jinguo.delivery.errors import MannerUnfit
from jinguo.delivery.models import DeliveryRule, Notice
from jinguo.delivery.queries.manners import manner_shelf
from tests.factories.reminded import BRIDGE, COUNTY, asking, staffed


@pytest.fixture
def drive(linshan: None) -> None:
    staffed()
    asking([BRIDGE])


def said(*words: str) -> str:
    result = CliRunner().invoke(agenda, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_what_is_owed_in_words_and_for_programs(drive: None) -> None:
    lines = said("owed", "--as-of", "2019-03-02", "--unit", "430999100").splitlines()
    found = json.loads(said("owed", "--as-of", "2019-03-02", "--json"))

    assert len(lines) == 4
    assert lines[0] == f"2019-03-01  {BRIDGE}  石桥村妇联  开展活动 · 会改联  临山县妇联  逾期"
    assert found["as_of"] == "2019-03-02"
    assert {key for one in found["owed"] for key in one} == {
        "key", "kind", "unit", "name", "title", "asked_by", "asked_on", "due_on", "reason",
    }  # fmt: skip
    assert said("owed", "--as-of", "2019-03-02", "--unit", "430999200") == ""


def test_the_burden_of_a_week(drive: None) -> None:
    line = said("burden", "--as-of", "2019-02-01")

    assert line == f"{BRIDGE}  石桥村妇联  布置：临山县妇联 4；提醒：0/10次\n"
    assert json.loads(said("burden", "--as-of", "2019-02-01", "--json"))[0]["asked"] == 4


def test_what_would_be_said_is_shown_and_not_sent(drive: None) -> None:
    lines = said("remind", "--as-of", "2019-02-22").splitlines()

    assert lines[0] == "-7  主席  石桥村妇联  开展活动 · 会改联"
    assert len(lines) == 4
    assert not Notice.objects.exists()


def test_a_county_sets_its_own_hours_and_steps(drive: None) -> None:
    said("quiet", COUNTY, "--from", "20:30", "--until", "08:00", "--cap", "5", "--source", "通知")
    said("ladder", "--source", "通知", "--since", "2019-03-01", COUNTY, "--", "-3:chair", "5:above")

    assert manner_shelf().manner(BRIDGE, date(2019, 3, 1)).weekly_cap == 5
    steps = ladder_shelf().ladder(BRIDGE, date(2019, 3, 1))[1]
    assert [(one.days, one.whom.value) for one in steps] == [(-3, "chair"), (5, "above")]


def test_what_is_no_step_or_wakes_people_is_refused(drive: None) -> None:
    result = CliRunner().invoke(agenda, ["ladder", COUNTY, "3:nobody", "--source", "通知"])
    assert result.exit_code == 2
    assert "-7:chair" in result.output

    with pytest.raises(MannerUnfit):
        said("quiet", COUNTY, "--from", "23:30", "--until", "5:00", "--cap", "5", "--source", "x")
    assert DeliveryRule.objects.count() == 1
