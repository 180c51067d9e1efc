"""The connection Django uses: joins the embedded server, and waits while it restarts."""

import time
from types import TracebackType
from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property
from psycopg import Error, OperationalError, pq
from psycopg.conninfo import make_conninfo

from jinguo.database.errors import ServerAway, ServerRefuses, ServerTooOld
from jinguo.database.scope import SETTING, scope
from jinguo.kernel.errors import JinguoError

PATIENCE = 10.0
PAUSE = 0.1
ANSWER_SECONDS = 10
OLDEST_SERVER = 150000


class WithoutDetails(DatabaseErrorWrapper):
    """Database errors say what went wrong, never with whose data.

    PostgreSQL's DETAIL and CONTEXT quote whole rows, and whatever an exception
    says ends in a log. ``error.__cause__.diag`` still has them for code that asks.
    """

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Cut the error to its first sentence, then let Django turn it into its own."""
        if isinstance(error, Error) and error.diag.message_primary:
            error.args = (error.diag.message_primary,)
        super().__exit__(kind, error, traceback)


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL through psycopg 3, embedded or named by ``DATABASE_URL``."""

    @cached_property
    def wrap_database_errors(self) -> WithoutDetails:
        """The context in which psycopg's errors become Django's."""
        return WithoutDetails(self)

    @property
    def embedded(self) -> bool:
        """Whether this connection goes to the server that belongs to the home."""
        return bool(self.settings_dict.get("EMBEDDED"))

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with address and password of the embedded server filled in."""
        parameters: dict[str, Any] = super().get_connection_params()
        if self.embedded:
            # Imported here: an office with a server of its own needs none of it.
            from jinguo.database.cluster import ensure_running

            parameters |= ensure_running().parameters(parameters["user"])
        else:
            # Something may listen there that never says a word.
            parameters.setdefault("connect_timeout", ANSWER_SECONDS)
        return parameters

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection; a server that is just starting is waited for, about ten seconds.

        Raises django.db.OperationalError, or an error of this room in words:
        always so where the address came from DATABASE_URL.
        """
        end = time.monotonic() + PATIENCE
        said_no = 0
        while True:
            try:
                return self._new_enough(super().get_new_connection(conn_params))
            except OperationalError as error:
                if not self._away(conn_params):
                    # Once is not enough: it may have become ready since it refused.
                    said_no += 1
                if said_no > 1 or time.monotonic() > end:
                    if self.embedded:
                        raise
                    raise self._in_words(error, conn_params) from error
            time.sleep(PAUSE)
            if self.embedded:
                conn_params = self.get_connection_params()

    def init_connection_state(self) -> None:
        """A new session shows nothing yet."""
        self._shows: str | None = None
        super().init_connection_state()

    def _cursor(self, name: str | None = None) -> Any:
        """A cursor that shows the rows of the moment (``database.scope``).

        Whether the server still holds the session is asked before anything is said to it.
        """
        self.close_if_health_check_failed()
        self.ensure_connection()
        self._show(scope())
        return super()._cursor(name)  # type: ignore[misc]  # Django types only what is public

    def _show(self, wanted: str) -> None:
        broken = self.connection.info.transaction_status == pq.TransactionStatus.INERROR
        if self._shows == wanted or broken:
            return
        with self.wrap_database_errors:
            self.connection.execute("SELECT set_config(%s, %s, false)", [SETTING, wanted])
        self._shows = wanted

    def _rollback(self) -> Any:
        """What was set within is taken back too, so it is set anew."""
        self._shows = None
        return super()._rollback()  # type: ignore[misc]  # as above

    def _savepoint_rollback(self, sid: str) -> None:
        """The same to a savepoint."""
        super()._savepoint_rollback(sid)  # type: ignore[misc]  # as above
        self._shows = None

    def _new_enough(self, session: Any) -> Any:
        version = session.info.server_version
        if version < OLDEST_SERVER:
            where = f"{session.info.host}:{session.info.port}"
            session.close()
            raise ServerTooOld(where=where, version=version // 10000)
        return session

    def _in_words(self, error: OperationalError, conn_params: dict[str, Any]) -> JinguoError:
        settings = self.settings_dict
        as_app = settings["USER"] == settings["ROLES"]["app"]
        words = {
            "variable": "DATABASE_URL" if as_app else "DATABASE_OWNER_URL",
            "where": f"{settings['HOST'] or 'localhost'}:{settings['PORT'] or 5432}",
            "reason": " ".join(str(error).split()).rstrip("."),
        }
        away = _ping(conn_params) in (pq.Ping.NO_RESPONSE, pq.Ping.NO_ATTEMPT)
        return ServerAway(**words) if away else ServerRefuses(**words)

    def _away(self, conn_params: dict[str, Any]) -> bool:
        """Whether the server is away for a moment, as opposed to refusing us."""
        answer = _ping(conn_params)
        if answer == pq.Ping.NO_RESPONSE:
            return self.embedded
        return answer == pq.Ping.REJECT


def _ping(conn_params: dict[str, Any]) -> pq.Ping:
    address = {name: conn_params[name] for name in ("host", "port") if name in conn_params}
    return pq.Ping(pq.PGconn.ping(make_conninfo("", **address, connect_timeout=2).encode()))
