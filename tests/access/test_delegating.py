"""Rights lent for a time: never more than the giver has, never onwards, never for ever."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.access.actions import assign
from jinguo.access.actions.delegating import Loan, delegate, end_delegation
from jinguo.access.errors import DelegationUnfit, DelegationUnknown, NotToLend
from jinguo.access.models import Assignment, Delegation, Role
from jinguo.access.queries import actor_for
from jinguo.access.queries.delegations import STATES, acting_chairs, delegations
from jinguo.access.rules import CAPABILITIES
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.kernel.actor import APPOINT, DELEGATION, IMPORT, VIEW, system
from tests.factories.accounts import account_of, account_of_sitter, acting_as
from tests.factories.deeds import TODAY, release, unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

UNIT, CODE, TOWNSHIP, ELSEWHERE = "红岩镇石桥村妇联", "430999100200", "430999100", "430999101"
DAY, MONTH = timedelta(days=1), timedelta(days=30)

pytestmark = pytest.mark.usefixtures("linshan")


@pytest.fixture
def chair() -> Account:
    """石桥村's chair."""
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", "赵竹", since="2018.12.20")))
    return account_of_sitter(unit(CODE), "张梅", "chair")


@pytest.fixture
def vice(chair: Account) -> Account:
    """Her vice-chair."""
    return account_of_sitter(unit(CODE), "李兰", "vice")


def loan(to: Account, role: str = Role.VILLAGE, code: str = CODE, **more: object) -> Loan:
    words = {"starts_on": TODAY, "ends_on": TODAY + MONTH, "reason": "产假", **more}
    return Loan(to.pk, role, place(code, TODAY), **words)  # type: ignore[arg-type]


def lent(by: Account, to: Account, **more: object) -> Delegation:
    return delegate(loan=loan(to, **more), by=acting_as(by), today=TODAY)  # type: ignore[arg-type]


def test_it_holds_from_its_first_day_and_not_on_its_last(chair: Account, vice: Account) -> None:
    lent(chair, vice, starts_on=TODAY + timedelta(days=1))

    held = [
        actor_for(vice.pk, "x", day).may(APPOINT, CODE)
        for day in (TODAY, TODAY + DAY, TODAY + MONTH - DAY, TODAY + MONTH)
    ]
    assert held == [False, True, True, False]


def test_the_reason_names_who_gave_it_and_until_when(chair: Account, vice: Account) -> None:
    lent(chair, vice)

    (why,) = acting_as(vice).why(APPOINT, CODE)

    assert (why.kind, why.giver, why.until) == (DELEGATION, "chair", TODAY + MONTH)


def test_what_was_lent_cannot_be_lent_on(chair: Account, vice: Account) -> None:
    lent(chair, vice)
    third = account_of(None, "third")

    with pytest.raises(NotToLend):
        lent(vice, third)

    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(("role", "code"), [(Role.TOWNSHIP, TOWNSHIP), (Role.TOWNSHIP, ELSEWHERE)])
def test_nobody_lends_more_than_she_has(
    chair: Account, vice: Account, role: str, code: str
) -> None:
    with pytest.raises(NotToLend):
        lent(chair, vice, role=role, code=code)

    assert not Delegation.objects.exists()
    assert not acting_as(vice).may(IMPORT, CODE)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"ends_on": TODAY}, "结束"),
        ({"ends_on": TODAY + timedelta(days=400)}, "一年"),
        ({"starts_on": TODAY - MONTH}, "今天"),
        ({"reason": "  "}, "原因"),
        ({"role": Role.TOWNSHIP}, "层级"),
    ],
)
def test_a_delegation_that_makes_no_sense_is_told_what_would(
    chair: Account, vice: Account, more: dict[str, object], told: str
) -> None:
    with pytest.raises(DelegationUnfit) as refused:
        lent(chair, vice, **more)

    assert told in str(refused.value)
    assert not Delegation.objects.exists()


def test_nobody_delegates_to_herself_or_to_who_cannot_sign_in(
    chair: Account, vice: Account
) -> None:
    Account.objects.filter(pk=vice.pk).update(is_active=False)

    for to in (chair, vice):
        with pytest.raises(DelegationUnfit):
            lent(chair, to)


def test_it_ends_with_the_rights_of_whoever_gave_it(chair: Account, vice: Account) -> None:
    lent(chair, vice)
    release(unit(CODE), "张梅", TODAY + timedelta(days=3))

    assert actor_for(vice.pk, "x", TODAY + timedelta(days=2)).may(APPOINT, CODE)
    assert not actor_for(vice.pk, "x", TODAY + timedelta(days=3)).may(APPOINT, CODE)
    assert actor_for(vice.pk, "x", TODAY + timedelta(days=3)).may(VIEW, CODE)


def test_the_township_has_somebody_act_for_a_vacant_chair(chair: Account, vice: Account) -> None:
    release(unit(CODE), "张梅", TODAY)
    township = account_of(None, "township")
    assign(account_id=township.pk, role=Role.TOWNSHIP, place=place(TOWNSHIP, TODAY), by=system())

    made = lent(township, vice, acting=True)

    assert acting_as(vice).may(APPOINT, CODE)
    assert acting_chairs([made.division_id], TODAY) == {made.division_id: ("vice", TODAY + MONTH)}


def test_nobody_acts_by_the_word_of_who_has_no_say_any_more(chair: Account, vice: Account) -> None:
    release(unit(CODE), "张梅", TODAY)
    township = account_of(None, "township")
    assign(account_id=township.pk, role=Role.TOWNSHIP, place=place(TOWNSHIP, TODAY), by=system())
    made = lent(township, vice, acting=True)

    Assignment.objects.filter(account_id=township.pk).delete()

    assert not acting_as(vice).may(APPOINT, CODE)
    assert acting_chairs([made.division_id], TODAY) == {}


@pytest.mark.parametrize("who", ["chair", "vice"])
def test_giver_and_holder_end_it_and_again_changes_nothing(
    chair: Account, vice: Account, who: str
) -> None:
    made = lent(chair, vice)
    by = acting_as(chair if who == "chair" else vice)

    for _twice in range(2):
        end_delegation(delegation_id=made.pk, today=TODAY, by=by)

    assert not acting_as(vice).may(APPOINT, CODE)
    assert [one.state for one in delegations(by, TODAY).lines] == ["ended"]
    assert Entry.objects.filter(verb="rights.delegation_ended").count() == 1


def test_a_page_at_a_time_those_that_run_first(chair: Account, vice: Account) -> None:
    ahead = lent(chair, vice, starts_on=TODAY + DAY, ends_on=TODAY + 2 * MONTH)
    over = lent(chair, vice)
    running = lent(chair, vice)
    ended = lent(chair, vice)
    end_delegation(delegation_id=ended.pk, today=TODAY, by=acting_as(chair))
    Delegation.objects.filter(pk=over.pk).update(starts_on=TODAY - DAY, ends_on=TODAY)

    pages = [delegations(acting_as(chair), TODAY, page=number, size=3) for number in (1, 2, 3)]

    assert [one.total for one in pages] == [4, 4, 4]
    assert [[line.id for line in one.lines] for one in pages] == [
        [running.pk, ahead.pk, over.pk],
        [ended.pk],
        [],
    ]
    assert [line.state for one in pages for line in one.lines] == list(STATES)


def test_a_stranger_neither_ends_nor_sees_it(chair: Account, vice: Account) -> None:
    made = lent(chair, vice)
    stranger = acting_as(account_of(None, "stranger"))

    with pytest.raises(DelegationUnknown):
        end_delegation(delegation_id=made.pk, today=TODAY, by=stranger)

    assert delegations(stranger, TODAY).lines == []
    assert acting_as(vice).may(APPOINT, CODE)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
@given(role=st.sampled_from(list(Role)), day=st.dates(date(2026, 11, 1), date(2028, 1, 1)))
def test_nobody_ever_has_by_delegation_what_its_giver_has_not(
    chair: Account, vice: Account, role: str, day: date
) -> None:
    Delegation.objects.all().delete()
    Delegation.objects.create(
        giver_id=chair.pk, giver="chair", account_id=vice.pk, role=role,
        division_id=place(CODE, TODAY).division_id, starts_on=TODAY, ends_on=TODAY + MONTH,
        reason="x",
    )  # fmt: skip

    held = {one.capability for one in actor_for(vice.pk, "x", day).grants if
            one.reason.kind == DELEGATION}  # fmt: skip
    running = TODAY <= day < TODAY + MONTH
    own = set(CAPABILITIES[Role.VILLAGE])
    assert held == (own & set(CAPABILITIES[role]) if running else set())
