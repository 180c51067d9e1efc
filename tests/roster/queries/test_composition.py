"""Verdicts on the committees of a unit on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.divisions.errors import DivisionUnknown
from jinguo.kernel.actor import system
from jinguo.roster.enums import Post
from jinguo.roster.models import Appointment, Rule, RuleSet
from jinguo.roster.queries.composition import verdicts
from tests.factories.imports import QINGLIU, officer

AFTER = date(2017, 7, 31)
STONE = "350423202204"

pytestmark = pytest.mark.usefixtures("qingliu")


def test_every_sitting_committee_gets_a_verdict_for_each_rule() -> None:
    found = verdicts(QINGLIU, AFTER, reader=system())

    assert len(found) == 13 + 119
    assert {len(one.rules) for one in found} == {7}
    for one in found:
        for rule in one.rules:
            assert (rule.fix is None) == rule.ok
            assert rule.counted == len(rule.seats)


def test_one_village_alone_is_judged() -> None:
    (found,) = verdicts(STONE, AFTER, reader=system())

    assert found.as_json()["unit"] == STONE
    assert found.as_json()["name"] == "石下村妇联"
    assert [rule["rule"] for rule in found.as_json()["rules"]] == [
        "chair", "vice_chairs", "category:mediator", "category:artist", "category:entrepreneur",
        "category:volunteer", "category:family_educator",
    ]  # fmt: skip
    assert set(found.as_json()["rules"][0]) == {"rule", "ok", "counted", "fix"}


def test_before_the_reform_a_village_asked_for_itself_lacks_everything() -> None:
    (found,) = verdicts(STONE, date(2017, 5, 1), reader=system())

    assert not found.ok
    assert {rule.counted for rule in found.rules} == {0}


def test_villages_without_a_committee_are_left_out_of_a_township() -> None:
    found = verdicts("350423202", date(2017, 5, 24), reader=system())

    assert [one.unit.name for one in found] == ["林畲乡妇联", "石下村妇联"]


def test_taking_the_chair_away_breaks_one_rule_with_one_fix() -> None:
    before = verdicts(STONE, AFTER, reader=system())[0]
    Appointment.objects.filter(
        post=Post.CHAIR, pk__in=[s.appointment_id for s in before.seats]
    ).update(post=Post.EXECUTIVE)

    after = verdicts(STONE, AFTER, reader=system())[0]

    assert [rule.ok for rule in before.rules][1:] == [rule.ok for rule in after.rules][1:]
    assert (before.rules[0].ok, after.rules[0].ok) == (True, False)
    assert "11" in (after.rules[0].fix or "")


def test_the_rules_in_force_on_the_day_are_those_of_the_nearest_set() -> None:
    own = RuleSet.objects.create(
        name="县里自定", prefix=QINGLIU, valid_from=date(2018, 1, 1), source="-"
    )
    Rule.objects.create(rule_set=own, kind="seats", minimum=30, position=1, source="-")

    then = verdicts("350423100", AFTER, reader=system())[0]
    now = verdicts("350423100", date(2018, 1, 1), reader=system())[0]

    assert len(then.rules) == 7
    assert [rule.rule.key for rule in now.rules] == ["seats"]
    assert not now.rules[0].ok


def test_a_township_sees_its_own_committees_on_days_of_its_old_code() -> None:
    found = verdicts("350423202", AFTER, reader=officer("350423106"))

    assert len(found) == 9


def test_units_outside_the_reader_are_left_out() -> None:
    found = verdicts(QINGLIU, AFTER, reader=officer("350423106"))

    assert {one.unit.code[:9] for one in found} == {"350423202"}


def test_a_code_of_another_day_is_unknown() -> None:
    with pytest.raises(DivisionUnknown):
        verdicts("350423202", date(2020, 1, 1), reader=system())


def test_a_county_of_132_units_needs_a_fixed_small_number_of_queries() -> None:
    with CaptureQueriesContext(connection) as county:
        verdicts(QINGLIU, AFTER, reader=system())
    with CaptureQueriesContext(connection) as village:
        verdicts(STONE, AFTER, reader=system())

    assert len(county) == len(village) <= 10
