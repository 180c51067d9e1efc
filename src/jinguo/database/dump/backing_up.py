"""The backup: complete under its final name, or not there at all."""

import os
import subprocess
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from jinguo import __version__
from jinguo.database.bootstrap import ensure_database
from jinguo.database.dump.manifest import DUMP, FORMAT, MANIFEST, Manifest, copy_digested
from jinguo.database.dump.tools import address, tail, tool
from jinguo.database.errors import BackupExists, BackupUnwritable, ToolFailed
from jinguo.database.pending import applied_migrations


def backup(path: Path, *, at: datetime) -> Manifest:
    """Write the whole database, as of one moment, into one new file that only we can read.

    Works while others read and write. ``at`` is the present moment, for the
    record. Raises BackupExists, BackupUnwritable or ToolFailed; then no file
    is left behind.
    """
    if path.exists():
        raise BackupExists(path=str(path))
    ensure_database()
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w+b") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                    manifest = _write(archive, at)
                file.flush()
                os.fsync(file.fileno())
            _publish(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise BackupUnwritable(path=str(path), reason=error.strerror or str(error)) from error
    return manifest


def _write(archive: zipfile.ZipFile, at: datetime) -> Manifest:
    migrations = sorted(f"{app}.{name}" for app, name in applied_migrations())
    connection_string, environment = address(everything=True)
    command = [tool("pg_dump"), "--format=custom", "--no-password", f"--dbname={connection_string}"]
    with tempfile.TemporaryFile() as complaints:
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=complaints, env=environment
        ) as process:
            try:
                with archive.open(DUMP, "w", force_zip64=True) as entry:
                    digest, size = copy_digested(cast(IO[bytes], process.stdout), entry)
            except BaseException:  # told to end, too: pg_dump may wait for a lock forever
                process.kill()
                raise
        if process.returncode != 0:
            complaints.seek(0)
            raise ToolFailed(tool="pg_dump", tail=tail(complaints.read()))
    manifest = Manifest(
        FORMAT, "jinguo", __version__, at.isoformat(timespec="seconds"), migrations, digest, size
    )
    archive.writestr(MANIFEST, manifest.text())
    return manifest


def _publish(unfinished: Path, path: Path) -> None:
    """Give the finished file its name without ever replacing another."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise BackupExists(path=str(path)) from error
    except OSError:
        # A memory stick often knows no second name for a file.
        if path.exists():
            raise BackupExists(path=str(path)) from None
        unfinished.rename(path)
