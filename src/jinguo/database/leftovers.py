"""Server processes that outlived whoever should have stopped them, and their end.

Imported by the watcher, so it needs the standard library only.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path


def postmaster_pid(data: Path) -> int | None:
    """The pid that the data folder records, alive or not."""
    try:
        return int((data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _from_proc(data: Path) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with suppress(OSError):
            program = os.path.basename(os.readlink(entry / "exe").removesuffix(" (deleted)"))
            if program == "postgres" and os.readlink(entry / "cwd") == str(data):
                found.append(int(entry.name))
    return found


def _from_ps(data: Path) -> list[int]:
    """Without /proc only the postmaster can be told from another program of the same pid."""
    pid = postmaster_pid(data)
    if pid is None:
        return []
    answer = subprocess.run(
        ["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return [pid] if "postgres" in answer.stdout and str(data) in answer.stdout else []


def leftovers(data: Path) -> list[int]:
    """The pids of every PostgreSQL process that works in this data folder."""
    return _from_proc(data) if sys.platform.startswith("linux") else _from_ps(data)


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def _gone(data: Path, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while leftovers(data):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def adopt(data: Path, *pid_files: Path) -> None:
    """Make stale pid files no obstacle: they name this process, the next server's parent.

    A recorded pid may belong to a zombie or, after a restart of the machine, to
    another program; PostgreSQL would then refuse to start. It passes over its
    own parent's pid and still makes its other checks.
    """
    found = leftovers(data)
    for path in pid_files:
        with suppress(FileNotFoundError):
            first, separator, rest = path.read_text(encoding="utf-8").partition("\n")
            if first.strip() not in {str(pid) for pid in found}:
                path.write_text(f"{os.getpid()}{separator}{rest}", encoding="utf-8")


def clear(data: Path) -> None:
    """End every such process: politely where a postmaster leads them, else at once."""
    found = leftovers(data)
    if not found:
        return
    if postmaster_pid(data) in found:
        _signal([pid for pid in found if pid == postmaster_pid(data)], signal.SIGINT)
        if _gone(data, 10):
            return
    _signal(leftovers(data), signal.SIGQUIT)
    if not _gone(data, 2):
        _signal(leftovers(data), signal.SIGKILL)
        _gone(data, 5)
