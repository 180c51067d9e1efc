"""Two people who want the same name at the same moment."""

import threading
from collections.abc import Callable

from django.db import connection, transaction

from jinguo.accounts.actions import create_account
from jinguo.accounts.errors import NameTaken
from jinguo.accounts.queries import accounts
from jinguo.kernel.actor import system


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
