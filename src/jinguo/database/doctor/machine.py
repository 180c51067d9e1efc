"""The machine: Python, PostgreSQL's programs, the home, the clock, the port."""

import os
import shutil
import socket
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import connection
from django.utils.translation import gettext as _

from jinguo.database.binaries import binaries
from jinguo.database.doctor.finding import Finding, failed
from jinguo.database.errors import BinariesMissing, HomeUnusable
from jinguo.database.home import home, home_path

OLDEST_PYTHON = (3, 11)
ENOUGH = 1024
# Nothing that runs this program lives before it was written.
EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)


def machine_checks(host: str, port: int | None) -> Iterator[Finding]:
    """Findings that need no database."""
    yield _python()
    if connection.settings_dict["EMBEDDED"]:
        yield _programs()
    yield from _home()
    yield _clock()
    if port is not None:
        yield _port(host, port)


def _python() -> Finding:
    ours = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        "python",
        sys.version_info >= OLDEST_PYTHON,
        _("Python %(version)s.") % {"version": ours},
        _("Install Python 3.11 or newer and run make install again."),
    )


def _programs() -> Finding:
    try:
        found = binaries()
    except BinariesMissing as error:
        return failed("postgresql", error)
    version = ".".join(map(str, found.version))
    return Finding(
        "postgresql",
        True,
        _("PostgreSQL %(version)s in %(path)s.") % {"version": version, "path": found.folder},
    )


def _home() -> list[Finding]:
    try:
        folder = home() if home_path().exists() else home_path()
    except HomeUnusable as error:
        return [failed("home", error)]
    there = folder
    while not there.exists():
        there = there.parent
    free = shutil.disk_usage(there).free // (1024 * 1024)
    return [
        _permissions(str(folder)),
        Finding(
            "space",
            free >= ENOUGH,
            _("%(free)s MB free in %(path)s.") % {"free": free, "path": folder},
            _("Make room: at least %(enough)s MB should be free.") % {"enough": ENOUGH},
        ),
    ]


def _permissions(folder: str) -> Finding:
    if not os.path.exists(folder):
        return Finding(
            "home", True, _("The folder %(path)s will be made on first use.") % {"path": folder}
        )
    mode = stat.S_IMODE(os.stat(folder).st_mode)
    return Finding(
        "home",
        not mode & 0o022,
        _("Everything is kept in %(path)s (mode %(mode)s).")
        % {"path": folder, "mode": f"{mode:04o}"},
        _("Others can write there. Run: chmod go-w %(path)s") % {"path": folder},
    )


def _clock() -> Finding:
    now = datetime.now(tz=UTC)
    return Finding(
        "clock",
        now >= EARLIEST,
        _("The clock says %(now)s UTC.") % {"now": now.strftime("%Y-%m-%d %H:%M")},
        _("Set the clock of this machine: days are counted by it."),
    )


def _port(host: str, port: int) -> Finding:
    place = {"host": host, "port": port}
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError:
            return Finding(
                "port",
                False,
                _("%(host)s:%(port)s is taken, perhaps by this system itself.") % place,
                _("Stop the program that uses it, or serve on another port with --port."),
            )
    return Finding("port", True, _("%(host)s:%(port)s is free.") % place)
