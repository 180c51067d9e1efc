"""A session that the server ended between two requests is replaced, not found dead by a reader."""

from collections.abc import Callable

from django.db import close_old_connections, connection

from jinguo.accounts.models import Account


def test_a_session_that_was_ended_meanwhile_is_opened_anew(own_database: Callable[[], str]) -> None:
    own_database()
    connection.ensure_connection()
    first = connection.connection.info.backend_pid
    other = connection.copy()
    other.ensure_connection()
    other.connection.execute("select pg_terminate_backend(%s)", [first])
    other.close()

    close_old_connections()  # what happens as a request begins

    assert not Account.objects.exists()
    assert connection.connection.info.backend_pid != first
