"""Joining the embedded server, and starting it where nobody has yet."""

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from psycopg import pq

from jinguo.database import locks
from jinguo.database.account import choose
from jinguo.database.binaries import binaries
from jinguo.database.datafolder import DATA, create_data, data_exists
from jinguo.database.errors import HomeUnusable, LockTimeout, ServerDidNotStart
from jinguo.database.establish import establish, established
from jinguo.database.home import home
from jinguo.database.identity import PORT
from jinguo.database.passwords import read_passwords
from jinguo.database.roles import ADMIN
from jinguo.database.sockets import make_socket_folder, recorded_socket_folder
from jinguo.database.watch import LOG

LOCK_SECONDS = 120.0
START_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Server:
    """Where the embedded server of a home listens, and the passwords of its roles."""

    home: Path
    socket_folder: Path
    passwords: dict[str, str]

    def parameters(self, role: str) -> dict[str, str | int]:
        """What a connection as ``role`` needs, the database's name aside."""
        return {
            "host": str(self.socket_folder),
            "port": PORT,
            "user": role,
            "password": self.passwords[role],
        }


_memory = threading.Lock()
_memberships: dict[Path, int] = {}
_servers: dict[Path, Server] = {}


def _after_fork() -> None:
    """A forked child is a user of its own: it lets go of its parent's membership."""
    global _memory
    _memory = threading.Lock()
    for descriptor in _memberships.values():
        os.close(descriptor)
    _memberships.clear()
    _servers.clear()


os.register_at_fork(after_in_child=_after_fork)


def ensure_running() -> Server:
    """The embedded server of this home, started if need be and used by this process from now on.

    Cheap when this process has joined already. Safe from many threads and
    processes at once and after a fork. The membership ends with the process.
    Raises the errors of this room when the server cannot be had.
    """
    folder = home()
    with _memory:
        try:
            _join(folder)
            known = _servers.get(folder)
            if known is None or not locks.is_held(folder / locks.WATCHER):
                known = _servers[folder] = _start(folder)
        except OSError as error:  # a full disk, a file that is not ours
            path, reason = error.filename or folder, error.strerror or str(error)
            raise HomeUnusable(path=str(path), reason=reason) from error
        return known


def leave() -> None:
    """Give up this process's memberships; the server stops soon if nobody else has one."""
    with _memory:
        for descriptor in _memberships.values():
            os.close(descriptor)
        _memberships.clear()
        _servers.clear()


def answers(server: Server) -> bool:
    """Whether the server accepts connections at this moment."""
    address = f"host='{server.socket_folder}' port={PORT} connect_timeout=2".encode()
    return pq.PGconn.ping(address) == pq.Ping.OK


def _join(folder: Path) -> None:
    if folder in _memberships:
        return
    descriptor = locks.open_lock(folder / locks.USERS)
    if not locks.wait_lock(descriptor, LOCK_SECONDS, shared=True):
        os.close(descriptor)
        raise LockTimeout(path=str(folder / locks.USERS))
    _memberships[folder] = descriptor


def _start(folder: Path) -> Server:
    with locks.exclusive(folder / locks.STARTUP, LOCK_SECONDS) as held:
        if not held:
            raise LockTimeout(path=str(folder / locks.STARTUP))
        log_from = _log_size(folder)
        if not locks.is_held(folder / locks.WATCHER):
            _start_watcher(folder)
        socket_folder = recorded_socket_folder(folder)
        if socket_folder is None:
            raise ServerDidNotStart(log=str(folder / LOG), tail="")
        server = Server(folder, socket_folder, read_passwords(folder))
        _wait(server, log_from)
        if not established(folder):
            establish(folder, server.parameters(ADMIN), server.passwords)
        return server


def _start_watcher(folder: Path) -> None:
    identity = choose(folder / DATA)
    if not data_exists(folder):
        create_data(folder, identity)
    identity.own(folder / DATA)
    socket_folder = make_socket_folder(folder, identity)
    plan = {
        "home": str(folder),
        "data": str(folder / DATA),
        "program": binaries().program("postgres"),
        "socket_folder": str(socket_folder),
        "mode": identity.mode,
        "uid": identity.uid,
        "gid": identity.gid,
    }
    descriptor = os.open(folder / LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        subprocess.run(
            [sys.executable, "-P", "-m", "jinguo.database.watch", json.dumps(plan)],
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            cwd="/",
            start_new_session=True,
            timeout=START_SECONDS,
            check=False,
        )
    finally:
        os.close(descriptor)


def _wait(server: Server, log_from: int) -> None:
    """Until the server answers. Raises ServerDidNotStart with what its log says."""
    end = time.monotonic() + START_SECONDS
    while not answers(server):
        if time.monotonic() > end or not locks.is_held(server.home / locks.WATCHER):
            raise ServerDidNotStart(
                log=str(server.home / LOG), tail=_log_tail(server.home, log_from)
            )
        time.sleep(0.02)


def _log_size(folder: Path) -> int:
    try:
        return (folder / LOG).stat().st_size
    except FileNotFoundError:
        return 0


def _log_tail(folder: Path, start: int) -> str:
    try:
        with open(folder / LOG, "rb") as file:
            file.seek(start)
            lines = file.read(65536).decode("utf-8", "replace").strip().splitlines()
    except FileNotFoundError:
        return ""
    return " / ".join([line for line in lines if " watcher[" not in line][-4:])
