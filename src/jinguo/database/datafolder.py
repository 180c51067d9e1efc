"""The data folder: created whole or not at all, and never touched by another version."""

import os
import secrets
import shutil
import signal
import subprocess
from pathlib import Path

from jinguo.database import leftovers
from jinguo.database.binaries import binaries
from jinguo.database.errors import DataFolderBroken, DataVersionOther, FirstStartFailed
from jinguo.database.identity import Identity
from jinguo.database.passwords import make_passwords
from jinguo.database.roles import ADMIN

DATA = "postgres"
UNFINISHED = "postgres.unfinished-"
SECONDS = 300


def data_exists(home: Path) -> bool:
    """Whether a complete data folder of the right version is there.

    Raises DataVersionOther or DataFolderBroken; an empty folder is no data.
    """
    data = home / DATA
    if not data.exists() or not any(data.iterdir()):
        return False
    try:
        found = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise DataFolderBroken(path=str(data)) from error
    expected = str(binaries().major)
    if found != expected:
        raise DataVersionOther(path=str(data), found=found, expected=expected)
    return True


def create_data(home: Path, identity: Identity) -> None:
    """Make the data folder under another name, then rename it. Raises FirstStartFailed.

    What a first start that was killed left behind is removed. Call under the
    startup lock.
    """
    for abandoned in home.glob(f"{UNFINISHED}*"):
        # A killed initdb may leave a child that is still writing there.
        leftovers.clear(abandoned)
        shutil.rmtree(abandoned, ignore_errors=True)
    unfinished = home / f"{UNFINISHED}{secrets.token_hex(4)}"
    unfinished.mkdir(mode=0o700)
    identity.own(unfinished)
    try:
        _initdb(unfinished, make_passwords(home)[ADMIN], identity)
        os.replace(unfinished, home / DATA)
    except OSError as error:
        raise FirstStartFailed(path=str(home), tail=str(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    folder = os.open(home, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _initdb(folder: Path, password: str, identity: Identity) -> None:
    """Run initdb: UTF-8, and C collation so that codes compare as prefix ranges."""
    program = [
        binaries().program("initdb"),
        f"--pgdata={identity.data_argument(folder)}",
        f"--username={ADMIN}",
        "--encoding=UTF8",
        "--locale=C",
        "--auth-local=scram-sha-256",
        "--auth-host=reject",
        "--pwfile=/dev/stdin",
        "--no-instructions",
    ]
    result = subprocess.run(
        identity.command(folder, signal.SIGKILL, program),
        input=f"{password}\n",
        capture_output=True,
        text=True,
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
    if result.returncode != 0:
        tail = " / ".join((result.stdout + result.stderr).strip().splitlines()[-4:])
        raise FirstStartFailed(path=str(folder.parent), tail=tail)
