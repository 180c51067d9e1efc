"""Too many failures lock a name, and an address, for a while."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jinguo.accounts.actions import create_account, set_password
from jinguo.accounts.actions.entering import begin, entered, failed, unlock
from jinguo.accounts.errors import LockedOut
from jinguo.accounts.models import Account, Attempt
from jinguo.accounts.queries import locked_until
from jinguo.accounts.rules import KEPT, PER_ADDRESS, PER_NAME, WINDOW, lock_of
from jinguo.audit.models import Entry
from jinguo.kernel.actor import Actor, system
from jinguo.kernel.clock import ZONE

NOW = datetime(2026, 11, 25, 9, tzinfo=ZONE)
HERE = "192.0.2.7"


def wrong(username: str = "chen", address: str = HERE, at: datetime = NOW) -> None:
    begin(username=username, address=address, now=at)
    failed(username=username, address=address, now=at, by=Actor(0, ""))


def minutes(number: float) -> datetime:
    return NOW + timedelta(minutes=number)


@pytest.fixture
def chen(db: None) -> Account:
    return create_account(
        username="chen", display_name="陈", password="hua-kai-2017", by=system("test")
    )


def test_five_failures_lock_the_name_for_a_quarter_of_an_hour(chen: Account) -> None:
    for at in range(PER_NAME):
        wrong(at=minutes(at))

    with pytest.raises(LockedOut) as refused:
        begin(username="CHEN", address="192.0.2.8", now=minutes(5))

    assert "14" in str(refused.value)
    assert locked_until("chen", "", minutes(18.9)) == minutes(19)
    assert locked_until("chen", "", minutes(19)) is None
    assert Attempt.objects.count() == PER_NAME
    verbs = list(Entry.objects.filter(verb__startswith="signin").values_list("verb", flat=True))
    assert verbs == ["signin.failed"] * PER_NAME + ["signin.locked"]
    assert {one.subject_id for one in Entry.objects.filter(verb="signin.locked")} == {str(chen.pk)}


def test_a_name_that_nobody_has_locks_alike(db: None) -> None:
    for _ in range(PER_NAME):
        wrong("nobody")

    with pytest.raises(LockedOut):
        begin(username="nobody", address="192.0.2.8", now=NOW)

    assert not Entry.objects.exclude(subject_id="").filter(verb="signin.failed").exists()


def test_an_address_that_tries_many_names_is_locked(db: None) -> None:
    for at in range(PER_ADDRESS):
        wrong(f"name{at}")

    with pytest.raises(LockedOut):
        begin(username="another", address=HERE, now=NOW)
    begin(username="another", address="192.0.2.8", now=NOW)

    assert Entry.objects.get(verb="signin.locked").subject == "address"


def test_success_forgets_the_failures_of_the_name(chen: Account) -> None:
    for _ in range(PER_NAME - 1):
        wrong()
    attempt = begin(username="chen", address=HERE, now=NOW)
    entered(attempt_id=attempt, username="chen")

    wrong()

    assert Attempt.objects.count() == 1


def test_attempts_not_yet_decided_count_too(chen: Account) -> None:
    for _ in range(PER_NAME):
        begin(username="chen", address=HERE, now=NOW)

    with pytest.raises(LockedOut):
        begin(username="chen", address=HERE, now=NOW)


@pytest.mark.parametrize("way", ["unlock", "password"])
def test_the_office_lets_her_in_at_once(chen: Account, way: str) -> None:
    for _ in range(PER_NAME):
        wrong()

    if way == "unlock":
        unlock(account_id=chen.pk, by=system("test"))
        unlock(account_id=chen.pk, by=system("test"))
        assert Entry.objects.filter(verb="signin.unlocked").count() == 1
    else:
        set_password(username="chen", password="hua-luo-2018", by=system("test"))

    assert begin(username="chen", address="192.0.2.8", now=NOW)


def test_what_was_typed_is_not_kept_and_failures_go_after_a_day(db: None) -> None:
    wrong("my-secret-password")
    kept = str(list(Attempt.objects.values())) + str(list(Entry.objects.values()))

    wrong("another", at=NOW + KEPT + timedelta(seconds=1))

    assert "my-secret-password" not in kept
    assert Attempt.objects.count() == 1


@given(some.lists(some.integers(0, 3600), max_size=40), some.integers(1, 6))
def test_no_window_ever_takes_more_failures_than_allowed(seconds: list[int], most: int) -> None:
    counted: list[datetime] = []
    for at in sorted(seconds):
        now = NOW + timedelta(seconds=at)
        if lock_of(counted[::-1][:most], most, now) is None:
            counted.append(now)

    for start in counted:
        assert sum(start <= one < start + WINDOW for one in counted) <= most


@given(some.lists(some.integers(0, 3600), max_size=40), some.integers(1, 6))
def test_every_lock_ends_within_the_window(seconds: list[int], most: int) -> None:
    newest = [NOW + timedelta(seconds=at) for at in sorted(seconds, reverse=True)]

    after = (newest[0] if newest else NOW) + WINDOW

    assert lock_of(newest, most, after) is None
