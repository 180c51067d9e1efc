"""The sealer of the running office: a thread of the server's process, once a second."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from jinguo.audit.actions import seal
from jinguo.kernel.errors import JinguoError

EVERY = 1.0
THOROUGH = 600
"""Every so many rounds it looks everywhere, not only where entries usually are."""

log = logging.getLogger(__name__)


@contextmanager
def sealing(every: float = EVERY) -> Iterator[None]:
    """Within the block what is recorded is sealed; at the end once more, then the thread is gone.

    Several servers may do so at once: whoever finds another at work leaves it to her. What the
    database refuses is logged and tried again: pages go on meanwhile, the tail is named by
    ``jinguo audit verify``.
    """
    over = threading.Event()
    worker = threading.Thread(target=_work, args=(over, every), name="sealer", daemon=True)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join(timeout=10)


def _work(over: threading.Event, every: float) -> None:
    rounds = 0
    try:
        while not over.wait(every):
            _once(thorough=rounds % THOROUGH == 0)
            rounds += 1
        _once(thorough=False)
    finally:
        connection.close()


def _once(*, thorough: bool) -> None:
    try:
        seal(thorough=thorough, wait=False)
    except (DatabaseError, JinguoError, OSError) as error:
        log.warning("nothing could be sealed: %s", error)
        connection.close()
