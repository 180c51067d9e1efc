"""Rights follow from posts: from the day she has one until the day she has not."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.access.actions import assign
from jinguo.access.models import Role
from jinguo.access.queries import actor_for, home_of
from jinguo.access.rules import CAPABILITIES, role_of
from jinguo.divisions.models import Level
from jinguo.divisions.queries import place
from jinguo.kernel.actor import APPOINT, ASSIGNMENT, IMPORT, POST, RECORD, VIEW, system
from jinguo.roster.enums import Deed, Post
from tests.factories.accounts import account_of, account_of_sitter, acting_as
from tests.factories.deeds import TODAY, deed, new, release, sitting, unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

UNIT, CODE, OTHER = "红岩镇石桥村妇联", "430999100200", "430999100201"

pytestmark = pytest.mark.usefixtures("linshan")


@pytest.fixture
def bridge() -> int:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", "赵竹", since="2018.12.20")))
    return unit(CODE)


@pytest.mark.parametrize(
    ("post", "level", "role"),
    [
        (Post.CHAIR, Level.VILLAGE, Role.VILLAGE),
        (Post.CHAIR, Level.TOWNSHIP, Role.TOWNSHIP),
        (Post.CHAIR, Level.COUNTY, Role.COUNTY),
        (Post.VICE_CHAIR, Level.TOWNSHIP, Role.EXECUTIVE),
        (Post.STANDING, Level.VILLAGE, Role.EXECUTIVE),
        (Post.EXECUTIVE, Level.VILLAGE, Role.EXECUTIVE),
        (Post.DELEGATE, Level.VILLAGE, ""),
        (Post.GROUP_LEADER, Level.VILLAGE, ""),
        (Post.CONGRESS_DIRECTOR, Level.VILLAGE, ""),
    ],
)
def test_what_each_post_makes_somebody(post: Post, level: Level, role: str) -> None:
    assert role_of(post, level) == role


def test_a_chair_has_her_units_rights_and_the_reason_is_her_post(bridge: int) -> None:
    actor = acting_as(account_of_sitter(bridge, "张梅"))

    assert {one.capability for one in actor.grants} == set(CAPABILITIES[Role.VILLAGE])
    assert actor.prefixes(VIEW) == (CODE,)
    (why,) = actor.why(APPOINT, CODE)
    assert (why.kind, why.post, why.since) == (POST, Post.CHAIR, date(2018, 12, 20))


def test_an_executive_reads_her_unit_and_records_what_it_does(bridge: int) -> None:
    actor = acting_as(account_of_sitter(bridge, "赵竹"))

    assert [(one.capability, one.prefix) for one in actor.grants] == [(VIEW, CODE), (RECORD, CODE)]


def test_who_resigns_has_no_rights_from_that_day_on(bridge: int) -> None:
    account = account_of_sitter(bridge, "张梅")
    release(bridge, "张梅", date(2020, 5, 4))

    assert actor_for(account.pk, "x", date(2020, 5, 3)).may(APPOINT, CODE)
    assert actor_for(account.pk, "x", date(2020, 5, 4)).grants == ()
    assert home_of(account.pk, date(2020, 5, 4)) is None


def test_who_follows_her_has_them_from_that_day_and_not_before(bridge: int) -> None:
    account = account_of_sitter(bridge, "李兰")
    release(bridge, "张梅", date(2020, 5, 4))
    deed(Deed.APPOINTMENT, bridge, date(2020, 6, 1), enter=[new("周静", Post.CHAIR)])
    chair = account_of(sitting(bridge, "周静", TODAY), "next")

    assert not actor_for(chair.pk, "x", date(2020, 5, 31)).may(APPOINT, CODE)
    assert actor_for(chair.pk, "x", date(2020, 6, 1)).may(APPOINT, CODE)
    assert not acting_as(account).may(APPOINT, CODE)


def test_two_posts_in_two_units_and_a_role_add_up_in_two_queries(bridge: int) -> None:
    person = sitting(bridge, "张梅", TODAY)
    other = unit(OTHER)
    deed(Deed.APPOINTMENT, other, date(2021, 1, 1), enter=[new("陈英", Post.CHAIR)])
    from jinguo.roster.actions.deciding import Member

    deed(
        Deed.APPOINTMENT, other, date(2021, 1, 1), enter=[Member(Post.EXECUTIVE, person_id=person)]
    )
    account = account_of(person)
    township = place("430999100", TODAY)
    assign(account_id=account.pk, role=Role.TOWNSHIP, place=township, by=system())

    with CaptureQueriesContext(connection) as queries:
        actor = acting_as(account)

    assert set(actor.prefixes(VIEW)) == {"430999100", CODE, OTHER}
    assert actor.prefixes(IMPORT) == ("430999100",)
    assert {why.kind for why in actor.why(VIEW, CODE)} == {ASSIGNMENT, POST}
    assert len(queries) == 2


def test_an_account_that_is_nobodys_has_none() -> None:
    assert acting_as(account_of(None)).grants == ()
