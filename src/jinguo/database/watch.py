"""The watcher: runs PostgreSQL while the home has users, restarts it, then stops it.

``python -m jinguo.database.watch PLAN`` with a JSON plan; returns as soon as a
process of its own session watches. It needs the standard library only, so that
it starts fast and stays small.
"""

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from jinguo.database import leftovers, locks
from jinguo.database.identity import PORT, Identity

LOG = "postgres.log"
LOG_LIMIT = 5 * 1024 * 1024
LOOK_EVERY = 0.5
QUICK_DEATH = 3.0
QUICK_DEATHS = 5

# For a laptop with little memory; durability is never traded for speed.
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "1GB",
    "jit": "off",
    "random_page_cost": "1.1",
    "timezone": "UTC",
    "log_timezone": "Asia/Shanghai",
    "lc_messages": "C",
    "log_line_prefix": "%m [%p] %u ",
    "log_checkpoints": "off",
    # A statement and its details hold names, telephone numbers and password hashes.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "max_logical_replication_workers": "0",
}


@dataclass(slots=True)
class Watch:
    """One home, the server that runs on it, and how often it died young in a row."""

    home: Path
    data: Path
    program: str
    socket_folder: str
    identity: Identity
    server: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    quick_deaths: int = 0
    listening: bool = False
    stopping: bool = False

    @property
    def socket(self) -> Path:
        """The file that clients connect to."""
        return Path(self.socket_folder, f".s.PGSQL.{PORT}")

    def say(self, text: str) -> None:
        """A line in the server's log."""
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        sys.stderr.write(f"{stamp} watcher[{os.getpid()}]: {text}\n")
        sys.stderr.flush()

    def start(self) -> None:
        """Start PostgreSQL as a child, after ending whatever still works on its folder."""
        leftovers.clear(self.data)
        socket_lock = self.socket.with_name(f"{self.socket.name}.lock")
        leftovers.adopt(self.data, self.data / "postmaster.pid", socket_lock)
        self.socket.unlink(missing_ok=True)
        self.listening = False
        command = [self.program, "-D", self.identity.data_argument(self.data)]
        settings = {**SETTINGS, "port": str(PORT), "unix_socket_directories": self.socket_folder}
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        self.server = subprocess.Popen(
            self.identity.command(self.data, signal.SIGINT, command),
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
        )
        self.started = time.monotonic()

    def revive(self) -> bool:
        """Start the server again if it died; False where it dies young again and again."""
        if self.server is not None:
            if self.server.poll() is None:
                return True
            young = time.monotonic() - self.started < QUICK_DEATH
            self.quick_deaths = self.quick_deaths + 1 if young else 0
            self.say(f"PostgreSQL ended with {self.server.returncode}")
            if self.quick_deaths >= QUICK_DEATHS:
                return False
            time.sleep(0.1 * self.quick_deaths)
        self.start()
        return True

    def stop(self) -> None:
        """Fast shutdown; harder where PostgreSQL does not follow."""
        if self.server is None:
            return
        for number, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
            if self.server.poll() is None:
                self.server.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.server.wait(seconds)
                break
        leftovers.clear(self.data)
        with contextlib.suppress(OSError):
            os.rmdir(self.socket_folder)

    def reachable(self) -> bool:
        """False where somebody cleaned the socket away, so that nobody new can come in."""
        there = self.socket.exists()
        self.listening = self.listening or there
        return there or not self.listening

    def limit_log(self) -> None:
        """Keep one older log beside the present one; both are bounded."""
        path = self.home / LOG
        with contextlib.suppress(OSError):
            if path.stat().st_size > LOG_LIMIT:
                shutil.copyfile(path, path.with_suffix(".log.1"))
                os.truncate(path, 0)

    def run(self, users: int, wake: int) -> None:
        """Watch until no process uses the home at two looks in a row."""
        unused = 0
        # Where the socket is gone we leave, and the next user starts anew with checks.
        while not self.stopping and self.revive() and self.reachable():
            woken, _, _ = select.select([wake], [], [], LOOK_EVERY)
            if woken:
                os.read(wake, 512)
                continue
            self.limit_log()
            if not locks.try_lock(users):
                unused = 0
                continue
            unused += 1
            if unused == 2:
                # Kept while stopping: whoever comes now waits for the lock, then starts anew.
                break
            locks.unlock(users)
        self.stop()


def _plan(text: str) -> Watch:
    plan = json.loads(text)
    home = Path(plan["home"])
    return Watch(
        home=home,
        data=Path(plan["data"]),
        program=plan["program"],
        socket_folder=plan["socket_folder"],
        identity=Identity(plan["mode"], plan["uid"], plan["gid"]),
    )


def _wake_on_signals(watch: Watch) -> int:
    """A descriptor that becomes readable when a child dies or this process is told to end."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)

    def told_to_end(_number: int, _frame: object) -> None:
        watch.stopping = True

    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.signal(signal.SIGTERM, told_to_end)
    signal.signal(signal.SIGINT, told_to_end)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    return reading


def main(arguments: list[str]) -> int:
    """Take the watcher's lock, go to the background, watch. Exit 3: another one watches."""
    os.umask(0o077)
    watch = _plan(arguments[0])
    if not locks.wait_lock(locks.open_lock(watch.home / locks.WATCHER), 2):
        return 3
    # The lock belongs to the open file, which the child shares: it stays held.
    if os.fork() > 0:
        os._exit(0)
    os.setsid()
    users = locks.open_lock(watch.home / locks.USERS)
    watch.run(users, _wake_on_signals(watch))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
