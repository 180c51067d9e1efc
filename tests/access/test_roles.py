"""Roles on the tree become rights on today's codes."""

from datetime import date

import pytest

from jinguo.access.actions import assign
from jinguo.access.models import Assignment, Role
from jinguo.access.queries import actor_for, home_of, roles_of
from jinguo.access.rules import CAPABILITIES as RIGHTS
from jinguo.accounts.actions import create_account
from jinguo.accounts.errors import NameTaken, PasswordWeak
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.kernel.actor import (
    ACCOUNTS,
    APPOINT,
    AUDIT,
    CAPABILITIES,
    CONTACTS,
    ELECT,
    IMPORT,
    PERSONS,
    RECORD,
    VIEW,
    system,
)
from tests.factories.counties import LINSHAN
from tests.factories.deeds import TODAY

THEN = date(2019, 6, 1)
WHITE_SAND_THEN, WHITE_SAND_NOW = "430999200", "430999101"

pytestmark = pytest.mark.usefixtures("linshan")


def given(role: str, code: str, account_id: int = 5) -> None:
    """Give a role on a place as it was called in 2019."""
    assign(account_id=account_id, role=role, place=place(code, THEN), by=system())


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (Role.COUNTY, set(CAPABILITIES) - {AUDIT}),
        (Role.TOWNSHIP, {VIEW, IMPORT, APPOINT, ELECT, PERSONS, CONTACTS, RECORD}),
        (Role.VILLAGE, {VIEW, APPOINT, ELECT, PERSONS, CONTACTS, RECORD}),
        (Role.EXECUTIVE, {VIEW, RECORD}),
        (Role.AUDITOR, {VIEW, AUDIT}),
        (Role.ADMINISTRATOR, {ACCOUNTS}),
    ],
)
def test_what_each_role_may_do(role: Role, rights: set[str]) -> None:
    given(role, LINSHAN)

    actor = actor_for(5, "陈", TODAY)

    assert {one for one in CAPABILITIES if actor.may(one, f"{LINSHAN}100200")} == rights
    assert not any(actor.may(one, "350423000000") for one in CAPABILITIES)
    assert set(RIGHTS) == set(Role)


def test_a_role_follows_its_place_to_the_new_code() -> None:
    given(Role.TOWNSHIP, WHITE_SAND_THEN)

    actor = actor_for(5, "白沙", TODAY)

    assert actor.prefixes(VIEW) == (WHITE_SAND_NOW,)
    assert not actor.may(VIEW, f"{WHITE_SAND_THEN}200")


def test_several_roles_add_up_and_home_is_the_highest() -> None:
    given(Role.VILLAGE, f"{WHITE_SAND_THEN}202")
    given(Role.TOWNSHIP, "430999100")

    home = home_of(5, TODAY)

    assert actor_for(5, "x", TODAY).prefixes(VIEW) == (f"{WHITE_SAND_NOW}202", "430999100")
    assert home is not None
    assert home.code == "430999100000"
    assert roles_of(5) == [Role.VILLAGE, Role.TOWNSHIP]


def test_without_a_role_there_is_neither_right_nor_home() -> None:
    assert actor_for(6, "x", TODAY).grants == ()
    assert home_of(6, TODAY) is None


def test_a_role_given_twice_is_given_once() -> None:
    given(Role.TOWNSHIP, "430999100")
    given(Role.TOWNSHIP, "430999100")

    assert Assignment.objects.count() == 1
    assert Entry.objects.filter(verb="role.assigned").count() == 1


def test_an_account_needs_a_free_name_and_a_strong_password() -> None:
    create_account(username="chen", display_name="陈", password="hua-kai-2017", by=system())

    with pytest.raises(NameTaken):
        create_account(username="chen", display_name="陈", password="hua-kai-2018", by=system())
    with pytest.raises(PasswordWeak):
        create_account(username="li", display_name="李", password="12345678", by=system())
    assert [one.username for one in Account.objects.all()] == ["chen"]
    assert Account.objects.get().check_password("hua-kai-2017")
