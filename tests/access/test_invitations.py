"""Invitations: one link, one person, one account."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection

from jinguo.access.actions.invitations import Invited, Offer, accept, invite, renew, withdraw
from jinguo.access.errors import (
    AlreadyInvited,
    InvitationExpired,
    InvitationUnknown,
    InvitationUsed,
    InvitationWithdrawn,
    NotYours,
    PostGone,
)
from jinguo.access.models import Invitation, Role
from jinguo.access.queries import actor_for, roles_of
from jinguo.access.queries.invitations import chairs_to_invite, open_invitation
from jinguo.access.rules import token_digest
from jinguo.accounts.errors import NameTaken, PasswordWeak
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import Actor, system
from jinguo.kernel.clock import ZONE
from tests.factories.counties import county, load_linshan
from tests.factories.deeds import TODAY, release, unit

NOW = datetime(2026, 11, 25, 9, tzinfo=ZONE)
VILLAGE = "350423106204"


def sent(role: str = Role.AUDITOR, name: str = "陈英") -> Invited:
    (one,) = invite([Offer(role, county(), name)], by=system("test"), now=NOW)
    return one


def accepted(one: Invited, username: str = "chen", at: datetime = NOW) -> Account:
    return accept(token=one.token, username=username, password="hua-kai-2017", now=at)


@pytest.mark.usefixtures("linshan")
class TestOne:
    def test_she_makes_her_account_and_has_her_role(self) -> None:
        one = sent()

        account = accepted(one)

        assert (account.display_name, roles_of(account.pk)) == ("陈英", [Role.AUDITOR])
        assert account.check_password("hua-kai-2017")
        entry = Entry.objects.get(verb="invitation.used")
        assert (entry.actor_id, entry.subject_id) == (account.pk, str(one.invitation_id))

    def test_the_token_is_nowhere_kept(self) -> None:
        one = sent()

        row = Invitation.objects.get()

        assert row.digest == token_digest(one.token)
        assert one.token not in str(list(Entry.objects.values_list("data", flat=True)))
        assert one.token not in str(Invitation.objects.values().get())

    def test_a_link_works_once(self) -> None:
        one = sent()
        accepted(one)

        with pytest.raises(InvitationUsed):
            accepted(one, "li")
        with pytest.raises(InvitationUsed):
            renew(invitation_id=one.invitation_id, by=system("test"), now=NOW)
        with pytest.raises(InvitationUsed):
            withdraw(invitation_id=one.invitation_id, by=system("test"), now=NOW)

        assert [one.username for one in Account.objects.all()] == ["chen"]

    @pytest.mark.parametrize(("days", "works"), [(13.99, True), (14, False)])
    def test_it_works_for_fourteen_days(self, days: float, works: bool) -> None:
        one = sent()

        if works:
            accepted(one, at=NOW + timedelta(days=days))
        else:
            with pytest.raises(InvitationExpired) as refused:
                accepted(one, at=NOW + timedelta(days=days))
            assert "2026-12-09 09:00" in str(refused.value)

        assert Account.objects.exists() is works

    def test_renewed_the_old_link_is_dead_and_the_new_one_lives(self) -> None:
        old = sent()
        later = NOW + timedelta(days=20)

        new = renew(invitation_id=old.invitation_id, by=system("test"), now=later)

        with pytest.raises(InvitationUnknown):
            open_invitation(old.token, later)
        assert accepted(new, at=later).username == "chen"

    def test_withdrawn_it_is_dead_until_renewed(self) -> None:
        one = sent()
        withdraw(invitation_id=one.invitation_id, by=system("test"), now=NOW)
        withdraw(invitation_id=one.invitation_id, by=system("test"), now=NOW)

        with pytest.raises(InvitationWithdrawn):
            accepted(one)
        new = renew(invitation_id=one.invitation_id, by=system("test"), now=NOW)

        assert accepted(new).username == "chen"
        assert Entry.objects.filter(verb="invitation.withdrawn").count() == 1

    def test_a_bad_password_or_name_leaves_the_link_good(self) -> None:
        first, second = sent(), sent(name="李梅")
        accepted(second, "li")

        with pytest.raises(PasswordWeak):
            accept(token=first.token, username="chen", password="12345678", now=NOW)
        with pytest.raises(NameTaken):
            accepted(first, "Li")

        assert accepted(first).username == "chen"

    def test_who_does_not_keep_the_accounts_invites_nobody(self) -> None:
        stranger = Actor(7, "stranger")
        one = sent()

        with pytest.raises(NotYours):
            invite([Offer(Role.AUDITOR, county(), "李梅")], by=stranger, now=NOW)
        with pytest.raises(NotYours):
            renew(invitation_id=one.invitation_id, by=stranger, now=NOW)
        with pytest.raises(NotYours):
            withdraw(invitation_id=one.invitation_id, by=stranger, now=NOW)
        with pytest.raises(InvitationUnknown):
            renew(invitation_id=0, by=stranger, now=NOW)

        assert Invitation.objects.count() == 1
        assert open_invitation(one.token, NOW).pk == one.invitation_id


@pytest.mark.usefixtures("qingliu")
class TestChairs:
    def offers(self) -> list[Offer]:
        waiting = chairs_to_invite(system("test"), TODAY, NOW)
        return [
            Offer(Role.VILLAGE, latest(one.division_id), one.name, one.person_id) for one in waiting
        ]

    def test_all_of_the_county_at_once_and_then_nobody_is_left(self) -> None:
        offers = self.offers()

        made = invite(offers, by=system("test"), now=NOW)

        assert len(made) == len({one.token for one in made}) == 132
        assert chairs_to_invite(system("test"), TODAY, NOW) == []
        assert Entry.objects.filter(verb="invitation.sent").count() == 1
        with pytest.raises(AlreadyInvited):
            invite(offers[:2], by=system("test"), now=NOW)
        assert Invitation.objects.count() == 132

    def test_after_fourteen_days_an_unused_one_is_sent_anew(self) -> None:
        offers, later = self.offers()[:3], NOW + timedelta(days=14)
        invite(offers, by=system("test"), now=NOW)

        again = invite(offers, by=system("test"), now=later)

        assert [open_invitation(one.token, later).person_id for one in again] == [
            one.person_id for one in offers
        ]

        assert Invitation.objects.filter(withdrawn_at=None).count() == 3

    def test_she_gets_her_own_account_with_the_rights_of_her_unit(self) -> None:
        one = next(one for one in self.offers() if one.place.code == VILLAGE)
        (made,) = invite([one], by=system("test"), now=NOW)

        account = accepted(made)

        assert account.person_id == one.person_id
        assert roles_of(account.pk) == []
        assert {grant.prefix for grant in actor_for(account.pk, "x", TODAY).grants} == {VILLAGE}
        assert one.person_id not in {
            left.person_id for left in chairs_to_invite(system("test"), TODAY, NOW)
        }

    def test_whoever_is_chair_no_longer_is_told_so(self) -> None:
        one = next(one for one in self.offers() if one.place.code == VILLAGE)
        (made,) = invite([one], by=system("test"), now=NOW)
        release(unit(VILLAGE), one.display_name, TODAY)

        with pytest.raises(PostGone) as refused:
            accepted(made)

        assert "石下村" in str(refused.value)
        assert not Account.objects.filter(person_id=one.person_id).exists()


def test_two_who_use_one_link_at_once_make_one_account(
    own_database: Callable[[], str],
) -> None:
    own_database()
    load_linshan()
    one, gate = sent(), threading.Barrier(2)
    refused: list[Exception] = []

    def using(username: str) -> None:
        try:
            gate.wait(10)
            accepted(one, username)
        except InvitationUsed as error:
            refused.append(error)
        finally:
            connection.close()

    pair = [threading.Thread(target=using, args=[name]) for name in ("chen", "li")]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join(20)

    assert len(refused) == 1
    assert Account.objects.count() == 1
