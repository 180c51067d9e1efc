"""The restore: into a database nobody has worked in, all of the backup or nothing."""

import contextlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO, cast

from django.db import connection

from jinguo import __version__
from jinguo.database.bootstrap import changing_tables, ensure_database, migrate
from jinguo.database.dump.manifest import FORMAT, Manifest, unpack
from jinguo.database.dump.tools import address, tail, tool
from jinguo.database.errors import BackupFromNewer, RestoreTargetInUse, ToolFailed
from jinguo.database.owner import as_owner
from jinguo.database.pending import known_migrations, pending_migrations
from jinguo.database.roles import future_grants, present_grants, roles_of
from jinguo.database.untouched import CHANGED, is_untouched, row_counts, still_as, tables

# Settings of a newer pg_restore that an older server does not know, and cannot need.
UNKNOWN_TO_OLDER = re.compile(rb"SET transaction_timeout = 0;")
LAST_WITHOUT = 169999


def restore(path: Path) -> Manifest:
    """Put a backup back, with the rights of this server's roles, then migrate what is pending.

    The file is verified before anything is touched. Raises BackupDamaged,
    BackupFromNewer, RestoreTargetInUse or ToolFailed; then nothing has changed.
    """
    with tempfile.TemporaryFile(dir=path.parent if _writable(path.parent) else None) as dump:
        manifest = unpack(path, dump)
        known = {f"{app}.{name}" for app, name in known_migrations()}
        if manifest.format > FORMAT or not known.issuperset(manifest.migrations):
            raise BackupFromNewer(path=str(path), version=manifest.version, own=__version__)
        ensure_database()
        with changing_tables():
            if not is_untouched():
                raise RestoreTargetInUse(name=connection.settings_dict["NAME"])
            _run_script(dump, room=_room(), server=_server_version())
    if pending_migrations():
        migrate()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return manifest


def _room() -> str:
    """The script that makes room, if nobody has worked here since we looked."""
    if not tables():
        return ""
    return f"{still_as(row_counts())}DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"


def _server_version() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return int(cursor.fetchone()[0])


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _run_script(dump: IO[bytes], *, room: str, server: int) -> None:
    """pg_restore writes SQL, psql runs it as the owner in a single transaction."""
    dump.seek(0)
    connection_string, environment = address(everything=False)
    reader = [tool("pg_restore"), "--no-owner", "--no-privileges", "--file=-"]
    writer = [
        *(tool("psql"), "--no-psqlrc", "--no-password", "--quiet"),
        *("--set=ON_ERROR_STOP=1", "--output=/dev/null", f"--dbname={connection_string}"),
    ]
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            reader, stdin=dump, stdout=subprocess.PIPE, stderr=complaints, env=environment
        ) as reading,
        subprocess.Popen(
            writer, stdin=subprocess.PIPE, stderr=complaints, env=environment
        ) as writing,
    ):
        script = cast(IO[bytes], writing.stdin)
        try:
            _feed(reading, script, room=room, server=server)
        except BrokenPipeError:
            with contextlib.suppress(BrokenPipeError):
                script.close()
        finally:
            reading.kill()
        if writing.wait() != 0 or reading.wait() != 0:
            complaints.seek(0)
            said = complaints.read()
            if CHANGED.encode() in said:
                raise RestoreTargetInUse(name=connection.settings_dict["NAME"])
            raise ToolFailed(tool="pg_restore", tail=tail(said))


def _feed(reading: subprocess.Popen[bytes], script: IO[bytes], *, room: str, server: int) -> None:
    """The script: room, the dump, rights, and the COMMIT that a script cut short never reaches."""
    restored = cast(IO[bytes], reading.stdout)
    script.write(b"BEGIN;\nSET lock_timeout = '10s';\n")
    script.write(room.encode())
    # The settings all stand before the first object, so only that part is looked at.
    for line in restored:
        if server > LAST_WITHOUT or not UNKNOWN_TO_OLDER.match(line):
            script.write(line)
        if line.startswith((b"CREATE", b"ALTER", b"COPY")):
            break
    shutil.copyfileobj(restored, script)
    if reading.wait() != 0:
        script.close()
        return
    roles = roles_of(connection)
    # pg_restore empties the search path; names without a schema need it.
    script.write(b"\nSET search_path = public;\n")
    for statement in (*future_grants(roles), *present_grants(roles)):
        script.write(statement.encode() + b";\n")
    script.write(b"COMMIT;\n")
    script.close()
