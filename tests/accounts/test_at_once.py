"""The same at the same moment: a name that two want, guesses that are all sent at once."""

import threading
from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction

from jinguo.accounts.actions import create_account
from jinguo.accounts.actions.entering import begin
from jinguo.accounts.errors import LockedOut, NameTaken
from jinguo.accounts.queries import accounts
from jinguo.accounts.rules import PER_NAME
from jinguo.kernel.actor import system
from jinguo.kernel.clock import ZONE


def test_a_name_that_two_choose_at_once_is_given_once(own_database: Callable[[], str]) -> None:
    own_database()
    refused: list[Exception] = []

    def second() -> None:
        try:
            create_account(username="li", display_name="", password="hua-kai-2017", by=system())
        except NameTaken as error:
            refused.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=second)
    with transaction.atomic():
        create_account(username="li", display_name="", password="hua-kai-2017", by=system())
        other.start()
        other.join(1)
    other.join(20)

    assert len(refused) == 1
    assert [one.username for one in accounts()] == ["li"]


def test_of_ten_guesses_sent_at_once_five_are_tried(own_database: Callable[[], str]) -> None:
    own_database()
    gate, now = threading.Barrier(10), datetime.now(tz=ZONE)
    tried: list[int] = []
    refused: list[Exception] = []

    def guess(at: int) -> None:
        try:
            gate.wait(20)
            tried.append(begin(username="chen", address=f"192.0.2.{at}", now=now))
        except LockedOut as error:
            refused.append(error)
        finally:
            connection.close()

    guesses = [threading.Thread(target=guess, args=[at]) for at in range(10)]
    for one in guesses:
        one.start()
    for one in guesses:
        one.join(30)

    assert (len(tried), len(refused)) == (PER_NAME, 10 - PER_NAME)
