"""Row security of persons: nothing is shown until it is said for whom."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import cast

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from jinguo.accounts.models import Account
from jinguo.database.roles import roles_of
from jinguo.database.scope import (
    close_for_process,
    open_for_process,
    scope,
    whole_tree,
    within,
)
from jinguo.people.models import Person
from jinguo.roster.models import Appointment
from jinguo.web.base.middleware import ActorAtTheDoor
from jinguo.web.base.request import Request

TOWNSHIP, VILLAGE = "350423106", "350423106204"
QUERY = """
import django; django.setup()
from jinguo.people.models import Person
print(Person.objects.count())
"""


@pytest.fixture
def closed() -> Iterator[None]:
    """A process for which nobody opened anything, like a shell."""
    close_for_process()
    yield
    open_for_process()


def people_of(*prefixes: str) -> set[int]:
    """Who ever had a post under these codes, counted by hand."""
    versions = Appointment.objects.values_list(
        "federation_id",
        "federation__division__versions__valid_from",
        "federation__division__versions__code",
    )
    in_order = sorted(set(versions), key=lambda row: row[1] or date.min)
    newest = {federation: code for federation, _since, code in in_order}
    return {
        person
        for person, federation in Appointment.objects.values_list("person_id", "federation_id")
        if newest[federation].startswith(prefixes)
    }


@pytest.fixture(autouse=True)
def _two_roles() -> None:
    """Row security does not bind whoever owns the table: there it cannot be shown."""
    if not roles_of(connection).separate:
        pytest.skip("this server has one role for owner and application")


@pytest.mark.usefixtures("qingliu", "closed")
class TestWhatIsShown:
    def test_nothing_where_nobody_said_for_whom(self) -> None:
        assert Person.objects.count() == 0
        assert not Person.objects.filter(appointments__isnull=False).exists()

    @pytest.mark.parametrize(
        "prefixes", [[VILLAGE], [TOWNSHIP], ["350423"], [VILLAGE, "350423100"], ["110000"]]
    )
    def test_those_of_the_part_of_the_tree_and_no_others(self, prefixes: list[str]) -> None:
        with within(prefixes):
            shown = set(Person.objects.values_list("pk", flat=True))

        with whole_tree():
            assert shown == people_of(*prefixes)

    def test_the_empty_prefix_is_the_whole_and_no_prefix_is_nothing(self) -> None:
        with within([""]):
            assert Person.objects.exists()
            with within([]):
                assert not Person.objects.exists()
            assert Person.objects.exists()

    def test_what_is_not_shown_is_not_changed_either(self) -> None:
        with whole_tree():
            other = next(iter(people_of("350423100")))

        with within([VILLAGE]):
            changed = Person.objects.filter(pk=other).update(name="x")
            gone, _by_model = Person.objects.filter(pk=other).delete()

        assert (changed, gone) == (0, 0)

    def test_nobody_is_added_where_nothing_is_shown(self) -> None:
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Person.objects.create(name="王芳")

    def test_a_rollback_within_does_not_leave_the_wrong_view_open(self) -> None:
        with within([VILLAGE]):
            mine = Person.objects.count()
            with transaction.atomic(), whole_tree():
                all_of_them = Person.objects.count()
                transaction.set_rollback(True)
            assert all_of_them > mine
            assert Person.objects.count() == mine
        assert Person.objects.count() == 0

    def test_a_failed_statement_is_rolled_back_although_the_view_changed(self) -> None:
        with pytest.raises(DatabaseError), within([VILLAGE]), transaction.atomic():
            connection.cursor().execute("select 1 / 0")

        assert Person.objects.count() == 0


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(
    ("username", "prefix"),
    [
        ("village", VILLAGE),
        ("township", TOWNSHIP),
        ("county", "350423"),
        ("administrator", "350423"),
    ],
)
def test_a_page_that_forgot_its_condition_shows_no_more_than_its_readers_part(
    qingliu: None, username: str, prefix: str
) -> None:
    request = cast(Request, RequestFactory().get("/"))
    request.user = Account.objects.get(username=username)

    def careless(_request: object) -> HttpResponse:
        return HttpResponse(str(Person.objects.count()))

    shown = ActorAtTheDoor(careless)(request)

    with whole_tree():
        expected = len(people_of(prefix))
    assert isinstance(shown, HttpResponse)
    assert shown.content == str(expected).encode()
    assert scope() == ""


def test_a_query_typed_into_a_shell_finds_nobody(qingliu_database: str) -> None:
    environment = {
        **os.environ,
        "JINGUO_DATABASE": qingliu_database,
        "DJANGO_SETTINGS_MODULE": "jinguo.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", QUERY], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "0"


def test_nor_does_one_on_the_server_itself(qingliu: None) -> None:
    connection.ensure_connection()
    parameters = connection.get_connection_params()
    told = {name: parameters[name] for name in ("host", "port", "user", "password", "dbname")
            if parameters.get(name)}  # fmt: skip
    with psycopg.connect(**told) as session:
        found = session.execute("select count(*) from people_person").fetchone()

    assert found == (0,)
