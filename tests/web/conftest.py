"""Readers of the demo county, each with a client of her own."""

from collections.abc import Callable

import pytest
from django.test import Client

from jinguo.accounts.models import Account

Reader = Callable[[str], Client]


@pytest.fixture
def reader(qingliu: None) -> Reader:
    """Call it with a user name of the demo (county, township, village, auditor) or ``""``."""

    def signed_in(username: str) -> Client:
        client = Client()
        if username:
            account = Account.objects.get(username=username)
            client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


@pytest.fixture
def county(reader: Reader) -> Client:
    """The county office."""
    return reader("county")
