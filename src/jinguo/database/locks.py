"""Locks that the kernel releases when their holder dies, however it dies.

``users.lock`` is shared by every process that uses the server; ``startup.lock``
lets one process at a time create or start it; ``watcher.lock`` is held by the
watcher for its whole life. The descriptors are never inherited by a program
that is started while they are held.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USERS = "users.lock"
STARTUP = "startup.lock"
WATCHER = "watcher.lock"


def open_lock(path: Path) -> int:
    """An open descriptor of the lock file, made 0600 on first need."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Take the lock if it is free."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_lock(descriptor: int, seconds: float, *, shared: bool = False) -> bool:
    """Take the lock within the given time; False where it stayed taken."""
    end = time.monotonic() + seconds
    while not try_lock(descriptor, shared=shared):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def unlock(descriptor: int) -> None:
    """Give the lock back and keep the descriptor."""
    fcntl.flock(descriptor, fcntl.LOCK_UN)


def is_held(path: Path) -> bool:
    """Whether some process holds the lock exclusively at this moment."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return not try_lock(descriptor, shared=True)
    finally:
        os.close(descriptor)


@contextmanager
def exclusive(path: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock for a block; yields False where it could not be had in time."""
    descriptor = open_lock(path)
    try:
        yield wait_lock(descriptor, seconds)
    finally:
        os.close(descriptor)
