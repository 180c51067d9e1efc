"""Somebody must always be able to keep accounts."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from jinguo.access.actions import assign, revoke
from jinguo.access.errors import LastKeeper, OwnKeys, OwnRole
from jinguo.access.models import Assignment, Role
from jinguo.access.queries import actor_for, roles_of
from jinguo.accounts.actions import create_account, disable, enable
from jinguo.accounts.errors import OwnAccount
from jinguo.accounts.models import Account
from jinguo.kernel.actor import ACCOUNTS, Actor, system
from tests.factories.accounts import account_of_sitter, acting_as
from tests.factories.counties import county, load_linshan
from tests.factories.deeds import TODAY, release, unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee


def keeper(username: str, *roles: str) -> Actor:
    """Somebody with these roles on the county."""
    one = create_account(
        username=username, display_name="", password="hua-kai-2017", by=system("test")
    )
    for role in roles:
        assign(account_id=one.pk, role=role, place=county(), by=system("test"))
    return actor_for(one.pk, username, TODAY)


def take(from_: Actor, role: str, by: Actor) -> bool:
    return revoke(account_id=from_.id, role=role, place=county(), by=by)


@pytest.mark.usefixtures("linshan")
class TestOneAtATime:
    def test_a_role_is_taken_once(self) -> None:
        office, li = keeper("office", Role.COUNTY), keeper("li", Role.AUDITOR)

        assert take(li, Role.AUDITOR, office) is True
        assert take(li, Role.AUDITOR, office) is False
        assert roles_of(li.id) == []

    def test_nobody_takes_her_own_last_right_to_keep(self) -> None:
        office, _other = keeper("office", Role.COUNTY), keeper("li", Role.ADMINISTRATOR)

        with pytest.raises(OwnKeys):
            take(office, Role.COUNTY, office)

        assert roles_of(office.id) == [Role.COUNTY]

    def test_one_of_two_rights_may_go(self) -> None:
        office = keeper("office", Role.COUNTY, Role.ADMINISTRATOR)

        take(office, Role.COUNTY, office)

        assert roles_of(office.id) == [Role.ADMINISTRATOR]

    def test_the_last_keeper_stays_even_for_the_system(self) -> None:
        office = keeper("office", Role.COUNTY)

        with pytest.raises(LastKeeper) as refused:
            take(office, Role.COUNTY, system("test"))
        with pytest.raises(LastKeeper):
            disable(account_id=office.id, by=system("test"))

        assert "临山县" in str(refused.value)
        assert roles_of(office.id) == [Role.COUNTY]
        assert Account.objects.get(pk=office.id).is_active

    def test_a_disabled_account_keeps_nothing(self) -> None:
        office, other = keeper("office", Role.COUNTY), keeper("li", Role.ADMINISTRATOR)
        disable(account_id=other.id, by=office)

        with pytest.raises(LastKeeper):
            disable(account_id=office.id, by=system("test"))
        enable(account_id=other.id, by=office)
        disable(account_id=office.id, by=other)

        assert not Account.objects.get(pk=office.id).is_active

    def test_nobody_gives_herself_a_role_or_closes_her_own_account(self) -> None:
        one, _other = keeper("one", Role.ADMINISTRATOR), keeper("two", Role.ADMINISTRATOR)

        with pytest.raises(OwnRole):
            assign(account_id=one.id, role=Role.COUNTY, place=county(), by=one)
        with pytest.raises(OwnAccount):
            disable(account_id=one.id, by=one)

        assert roles_of(one.id) == [Role.ADMINISTRATOR]


def test_two_who_take_each_others_right_at_once_leave_one(
    own_database: Callable[[], str],
) -> None:
    own_database()
    load_linshan()
    one, two = keeper("one", Role.ADMINISTRATOR), keeper("two", Role.ADMINISTRATOR)
    gate, refused = threading.Barrier(2), []

    def taking(by: Actor, other: Actor) -> None:
        try:
            gate.wait(10)
            take(other, Role.ADMINISTRATOR, by)
        except LastKeeper as error:
            refused.append(error)
        finally:
            connection.close()

    pair = [threading.Thread(target=taking, args=who) for who in ((one, two), (two, one))]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join(20)

    assert len(refused) == 1
    assert Assignment.objects.count() == 1


@pytest.mark.usefixtures("linshan")
class TestAPostDoesNotCount:
    """A county's chair keeps accounts by her post, and is still not who must always remain."""

    @pytest.fixture
    def chair(self) -> Account:
        applied(bring_list(*committee("临山县妇联", "张梅", "李兰", "王菊", since="2018.12.20")))
        return account_of_sitter(unit("430999"), "张梅", "chair")

    def test_the_last_who_was_given_it_stays_though_the_chair_keeps_too(
        self, chair: Account
    ) -> None:
        office = keeper("office", Role.COUNTY)
        by = acting_as(chair)
        assert by.may(ACCOUNTS, "430999000000")

        with pytest.raises(LastKeeper, match="临山县"):
            take(office, Role.COUNTY, by)
        with pytest.raises(LastKeeper):
            disable(account_id=office.id, by=by)

        assert roles_of(office.id) == [Role.COUNTY]
        assert Account.objects.get(pk=office.id).is_active

    def test_the_chair_goes_and_her_account_with_her(self, chair: Account) -> None:
        office = keeper("office", Role.COUNTY)

        release(unit("430999"), "张梅", TODAY)
        assert not acting_as(chair).may(ACCOUNTS, "430999000000")
        disable(account_id=chair.pk, by=office)

        assert not Account.objects.get(pk=chair.pk).is_active

    def test_a_right_given_besides_her_post_goes_while_another_has_it(self, chair: Account) -> None:
        keeper("office", Role.COUNTY)
        assign(account_id=chair.pk, role=Role.ADMINISTRATOR, place=county(), by=system("test"))

        take(acting_as(chair), Role.ADMINISTRATOR, system("test"))

        assert acting_as(chair).may(ACCOUNTS, "430999000000")
