"""Choosing as whom PostgreSQL runs: it refuses root, and a laptop is often used as root."""

import os
import pwd
import signal
import subprocess
import sys
from pathlib import Path

from jinguo.database.binaries import binaries
from jinguo.database.errors import RootNotPossible
from jinguo.database.identity import Identity

ACCOUNTS = ("postgres", "nobody")


def _works(identity: Identity) -> bool:
    command = identity.command(
        Path("/"), signal.SIGKILL, [binaries().program("postgres"), "--version"]
    )
    return subprocess.run(command, capture_output=True, timeout=20, check=False).returncode == 0


def choose(data: Path) -> Identity:
    """Who runs the server on this data folder, which need not exist yet.

    An ordinary user runs it herself. Root uses a user namespace, or, where none
    is permitted, an ordinary account. Raises RootNotPossible.
    """
    if os.geteuid() != 0:
        return Identity("self", os.geteuid(), os.getegid())
    if data.exists() and data.stat().st_uid != 0:
        identity = Identity("drop", data.stat().st_uid, data.stat().st_gid)
        if _works(identity):
            return identity
        raise RootNotPossible
    namespace = Identity("namespace", 0, 0)
    if sys.platform.startswith("linux") and _works(namespace):
        return namespace
    return _ordinary_account()


def _ordinary_account() -> Identity:
    for name in ACCOUNTS:
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        identity = Identity("drop", account.pw_uid, account.pw_gid)
        if sys.platform.startswith("linux") and _works(identity):
            return identity
    raise RootNotPossible
