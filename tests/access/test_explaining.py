"""Why somebody may, who else may, and who could let her."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from jinguo.access.actions import assign
from jinguo.access.actions.delegating import Loan, delegate
from jinguo.access.models import Role
from jinguo.access.queries import actor_for
from jinguo.access.queries.explaining import explain, givers, who_may
from jinguo.access.queries.objects import Thing, named_things, thing_of
from jinguo.access.queries.sentences import givers_in_words, sentences
from jinguo.access.rules import RIGHTS
from jinguo.divisions.queries import Place, place
from jinguo.kernel.actor import (
    ACCOUNTS,
    APPOINT,
    CAPABILITIES,
    CONTACTS,
    IMPORT,
    VIEW,
    Actor,
    Grant,
    system,
)
from jinguo.roster.models import Batch
from tests.factories.accounts import account_of, account_of_sitter, acting_as
from tests.factories.deeds import TODAY, release, sitting, unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

UNIT, CODE, TOWNSHIP, COUNTY = "红岩镇石桥村妇联", "430999100200", "430999100", "430999"

needs_a_committee = pytest.mark.usefixtures("bridge")


@pytest.fixture
def bridge(linshan: None) -> int:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", "赵竹", since="2018.12.20")))
    return unit(CODE)


def the_unit(code: str = CODE) -> Thing:
    found = thing_of("unit", code)
    assert found is not None
    return found


def office(username: str, role: Role, code: str) -> Actor:
    account = account_of(None, username)
    assign(account_id=account.pk, role=role, place=place(code, TODAY), by=system())
    return acting_as(account)


def said(actor: Actor, capability: str, thing: Thing) -> list[str]:
    return sentences(explain(actor, capability, thing), thing.places)


def test_every_capability_has_words() -> None:
    assert set(RIGHTS) == set(CAPABILITIES)


def test_a_chair_is_told_her_post_and_its_day(bridge: int) -> None:
    actor = acting_as(account_of_sitter(bridge, "张梅"))

    assert said(actor, APPOINT, the_unit()) == ["自2018年12月20日起任石桥村妇联主席"]


@needs_a_committee
def test_a_role_above_says_that_the_unit_lies_below_it() -> None:
    actor = office("town", Role.TOWNSHIP, TOWNSHIP)

    assert said(actor, VIEW, the_unit()) == ["被授予红岩镇妇联的“乡镇妇联主席”角色；石桥村属红岩镇"]


def test_a_delegation_says_by_whom_and_until_when(bridge: int) -> None:
    giver = acting_as(account_of_sitter(bridge, "张梅", "giver"))
    holder = account_of_sitter(bridge, "李兰", "holder")
    loan = Loan(
        account_id=holder.pk, role=Role.VILLAGE, place=place(CODE, TODAY), starts_on=TODAY,
        ends_on=date.fromordinal(TODAY.toordinal() + 10), reason="外出学习",
    )  # fmt: skip
    delegate(loan=loan, by=giver, today=TODAY)

    (sentence,) = said(acting_as(holder), APPOINT, the_unit())

    assert sentence.startswith("受giver委托")
    assert "石桥村妇联" in sentence


def test_who_may_not_is_told_who_could_let_her(bridge: int) -> None:
    chair, member = (account_of_sitter(bridge, name, name) for name in ("张梅", "赵竹"))
    office("office", Role.COUNTY, COUNTY)

    assert explain(acting_as(member), APPOINT, the_unit()) == ()
    found = givers(APPOINT, the_unit(), TODAY)
    assert found.by_role == ("office",)
    assert found.by_delegation == (str(chair), "office")
    assert givers_in_words(found) == ["可授予角色的有：office。", "可临时委托的有：张梅、office。"]


@needs_a_committee
def test_where_nobody_could_give_it_that_is_said() -> None:
    words = givers_in_words(givers(ACCOUNTS, the_unit(), TODAY))

    assert words == ["现有账号都不能给予此权限，只能由管理服务器的人员在命令行办理。"]


def test_the_nearest_are_named_first_and_those_disabled_not_at_all(bridge: int) -> None:
    account_of_sitter(bridge, "张梅", "chair")
    office("town", Role.TOWNSHIP, TOWNSHIP)
    office("office", Role.COUNTY, COUNTY)
    gone = account_of_sitter(bridge, "王菊", "gone")
    gone.is_active = False
    gone.save()

    found = who_may(VIEW, the_unit(), TODAY)

    assert [one.name for one in found] == ["chair", "town", "office"]


def test_who_may_see_a_person_follows_her_posts_also_former_ones(bridge: int) -> None:
    person = sitting(bridge, "李兰", TODAY)
    account_of_sitter(bridge, "张梅", "chair")
    release(bridge, "李兰", date(2020, 5, 4))
    thing = thing_of("person", str(person))

    assert thing is not None
    assert thing.name == "李兰"
    assert [one.name for one in who_may(VIEW, thing, TODAY)] == ["chair"]


@pytest.mark.parametrize("more", [1, 3])
def test_who_may_takes_three_queries_however_many_they_are(bridge: int, more: int) -> None:
    for number, name in enumerate(("张梅", "李兰", "王菊")[:more]):
        account_of_sitter(bridge, name, f"one{number}")
    thing = the_unit()

    with CaptureQueriesContext(connection) as queries:
        found = who_may(VIEW, thing, TODAY)

    assert len(found) == more
    assert len(queries) == 3


@needs_a_committee
def test_an_import_is_shown_to_whoever_made_it() -> None:
    batch = Batch.objects.latest("pk")
    thing = thing_of("batch", str(batch.pk))
    town = office("town", Role.TOWNSHIP, TOWNSHIP)
    assert thing is not None
    assert explain(town, IMPORT, thing) == ()

    Batch.objects.filter(pk=batch.pk).update(by_id=town.id)
    own = thing_of("batch", str(batch.pk))

    assert own is not None
    assert said(town, IMPORT, own) == ["该批次由其本人导入"]


def test_words_find_units_by_code_and_name_persons_by_number_and_name(bridge: int) -> None:
    person = sitting(bridge, "李兰", TODAY)
    found = {
        words: [(one.kind, one.number) for one in named_things(words, TODAY)]
        for words in (
            CODE,
            "石桥村妇联",
            "李兰",
            str(person),
            f"person:{person}",
            "无",
            "batch:9999",
        )
    }

    assert found == {
        CODE: [("unit", CODE)], "石桥村妇联": [("unit", CODE), ("unit", "430999101200")],
        "李兰": [("person", str(person))], str(person): [("person", str(person))],
        f"person:{person}": [("person", str(person))], "无": [], "batch:9999": [],
    }  # fmt: skip


CODES = ("43", "430999", "430999100", "430999100200", "430999101", "430998")


@given(
    st.lists(st.tuples(st.sampled_from(CAPABILITIES), st.sampled_from(CODES)), max_size=6),
    st.sampled_from(CAPABILITIES),
    st.sampled_from(CODES[2:5]),
)
def test_there_is_a_reason_exactly_where_she_may(
    held: list[tuple[str, str]], capability: str, code: str
) -> None:
    actor = Actor(1, "x", tuple(Grant(one, prefix) for one, prefix in held))
    thing = Thing("unit", code, code, (Place(1, code.ljust(12, "0"), "", 5, None, None, None),))

    assert bool(explain(actor, capability, thing)) == actor.may(capability, thing.codes[0])


def test_contacts_are_explained_like_the_rest(bridge: int) -> None:
    account = account_of_sitter(bridge, "张梅")
    before = actor_for(account.pk, "x", date(2018, 12, 19))

    assert explain(before, CONTACTS, the_unit()) == ()
    assert explain(acting_as(account), CONTACTS, the_unit()) != ()


def the_account(username: str) -> Thing:
    (found,) = named_things(f"account:{username}", TODAY)
    return found


def test_an_account_is_kept_by_whoever_keeps_every_place_of_it(bridge: int) -> None:
    chair = account_of_sitter(bridge, "张梅", "chair")
    keeper = office("keeper", Role.ADMINISTRATOR, COUNTY)
    thing = the_account("chair")

    assert (thing.kind, thing.number, thing.codes) == ("account", str(chair.pk), (f"{CODE}",))
    for right in (VIEW, ACCOUNTS):
        assert said(keeper, right, thing) == ["被授予临山县妇联的“账号管理员”角色；石桥村属临山县"]
        assert [one.name for one in who_may(right, thing, TODAY)] == ["keeper"]
        assert explain(acting_as(chair), right, thing) == ()
    assert givers(ACCOUNTS, thing, TODAY).by_role == ("keeper",)


@needs_a_committee
def test_an_account_with_a_place_elsewhere_is_seen_and_not_kept() -> None:
    keeper = Actor(7, "x", (Grant(ACCOUNTS, TOWNSHIP),))
    office("both", Role.VILLAGE, CODE)
    both = the_account("both")
    assert explain(keeper, ACCOUNTS, both)

    assign(account_id=int(both.number), role=Role.AUDITOR, place=place(COUNTY, TODAY), by=system())

    both = the_account("both")
    assert explain(keeper, VIEW, both)
    assert explain(keeper, ACCOUNTS, both) == ()


@needs_a_committee
def test_an_account_of_no_place_is_kept_by_every_keeper_and_by_nobody_else() -> None:
    account_of(None, "nowhere")
    keeper, town = office("keeper", Role.COUNTY, COUNTY), office("town", Role.TOWNSHIP, TOWNSHIP)
    thing = the_account("nowhere")

    for right in (VIEW, ACCOUNTS):
        assert explain(keeper, right, thing)
        assert explain(town, right, thing) == ()
        assert [one.name for one in who_may(right, thing, TODAY)] == ["keeper"]


def test_each_right_has_a_word_of_its_own() -> None:
    assert len({one.word for one in RIGHTS.values()}) == len(RIGHTS)
