"""The worker of the office: ``jinguo worker``, and a thread of ``jinguo serve``.

It keeps nothing in mind: what is to be done follows from the records each time, and is written in
transactions. So any number of workers may run, on any machines, and be killed at any moment.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click
from django.db import connection
from django.utils.translation import gettext as _

from jinguo.agenda.actions.reminding import remind
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now

EVERY = 300.0
"""Seconds from the end of a round to the next."""
SETTLING = 5.0
"""Seconds that a server has for its first pages before the first round."""

log = logging.getLogger(__name__)


@click.command("worker", help=_("Send what is due, until stopped; “serve” does so too."))
@click.option("--every", default=EVERY, show_default=True, type=click.FloatRange(min=0))
def worker(every: float) -> None:
    """Work in this process."""
    prepare_database()
    click.echo(_("Working  (stop with Ctrl-C)"))
    with suppress(KeyboardInterrupt):
        _work(threading.Event(), first=0, every=every)


@contextmanager
def working(first: float = SETTLING, every: float = EVERY) -> Iterator[None]:
    """Within the block a thread works; at the end it finishes its round and is gone."""
    over = threading.Event()
    thread = threading.Thread(
        target=_work, args=(over,), kwargs={"first": first, "every": every}, name="worker",
        daemon=True,
    )  # fmt: skip
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=10)


def _work(over: threading.Event, *, first: float, every: float) -> None:
    pause = first
    try:
        while not over.wait(pause):
            _once()
            pause = every
    finally:
        connection.close()


def _once() -> None:
    """One round. Whatever went wrong is logged, and the next round tries again."""
    try:
        done = remind(now=now(), by=system("worker"))
    except Exception:  # whatever it was, the office must not be left without a worker
        log.exception("nobody could be reminded")
        connection.close()
    else:
        if done.sent:
            log.info("sent %s reminders, held %s", done.sent, done.held)
