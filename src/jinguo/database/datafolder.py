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
FIRST_WORD = "admin.password"
SECONDS = 300


def data_exists(home: Path) -> bool:
    """Whether a complete data folder of the right version is there.

    Raises DataVersionOther or DataFolderBroken; an empty folder is no data.
    """
    data = home / DATA
    try:
        if not any(data.iterdir()):
            return False
    except FileNotFoundError:
        return False
    except NotADirectoryError as error:
        raise DataFolderBroken(path=str(data)) from error
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
        leftovers.clear(abandoned / DATA)
        shutil.rmtree(abandoned, ignore_errors=True)
    unfinished = home / f"{UNFINISHED}{secrets.token_hex(4)}"
    try:
        (unfinished / DATA).mkdir(mode=0o700, parents=True)
        unfinished.chmod(0o700)
        _write_password(unfinished / FIRST_WORD, make_passwords(home)[ADMIN])
        identity.own(unfinished)
        _initdb(unfinished / DATA, identity, home)
        os.replace(unfinished / DATA, home / DATA)
    except OSError as error:
        raise FirstStartFailed(path=str(home), tail=str(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    folder = os.open(home, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _write_password(path: Path, password: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{password}\n")


def _initdb(data: Path, identity: Identity, home: Path) -> None:
    """Run initdb: UTF-8, and C collation so that codes compare as prefix ranges."""
    program = [
        binaries().program("initdb"),
        f"--pgdata={identity.data_argument(data)}",
        f"--username={ADMIN}",
        "--encoding=UTF8",
        "--locale=C",
        "--auth-local=scram-sha-256",
        "--auth-host=reject",
        f"--pwfile=../{FIRST_WORD}",
        "--no-instructions",
    ]
    result = subprocess.run(
        identity.command(data, signal.SIGKILL, program),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
    if result.returncode != 0:
        tail = " / ".join((result.stdout + result.stderr).strip().splitlines()[-4:])
        raise FirstStartFailed(path=str(home), tail=tail)
