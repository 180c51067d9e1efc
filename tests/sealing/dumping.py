"""The whole database as a dump, and looking for numbers in it."""

import base64
import re
import subprocess
from collections.abc import Iterable, Iterator

from django.db import connection

from jinguo.database.dump.tools import address, tool
from jinguo.roster.queries.vocabulary import category_words
from jinguo.roster.readers import Vocabulary, read_roster
from tests.factories.imports import after_files, real_file


def phones_of_the_demo() -> set[str]:
    """Every number of the fourteen workbooks."""
    names, markers = category_words()
    files = [real_file("before"), *after_files()]
    read = [read_roster(*one, Vocabulary(names=names, markers=markers), {}, None) for one in files]
    return {row.phone for one in read for page in one.sheets for row in page.rows if row.phone}


def forms(phone: str) -> Iterator[str]:
    """How a number may stand in a dump: grouped, as bytes in hex, in base64 at any offset."""
    three = (phone[:3], phone[3:7], phone[7:])
    yield from ("".join(three), " ".join(three), "-".join(three))
    yield phone.encode().hex()
    yield phone.encode("utf-16-le").hex()
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + phone.encode()).decode()
        yield whole[4 if offset else 0 : 12]


def dumped() -> str:
    """The whole database as pg_dump writes it, as plain text."""
    connection.close()
    connection_string, environment = address(everything=True)
    command = [tool("pg_dump"), "--format=plain", f"--dbname={connection_string}"]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    return done.stdout.decode()


def found_in(text: str, phones: Iterable[str]) -> list[str]:
    """Those that can be found in one of their forms."""
    wanted = {form: phone for phone in phones for form in forms(phone)}
    pattern = re.compile("|".join(map(re.escape, wanted)))
    return sorted({wanted[one] for one in pattern.findall(text)})
