"""Several at once, and the power going out: everything or nothing, and always consistent."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors import LaterEdits
from jinguo.roster.errors.merging import RecordGone
from jinguo.roster.models import Batch
from tests.conftest import EMPTY
from tests.factories.counties import load
from tests.factories.imports import REAL, applied, bring, bring_list, names, periods, picture
from tests.factories.real_lists import vintages
from tests.factories.workbooks import book, committee, sheet

UNIT = "红岩镇大坪村"


def together(*deeds: Callable[[], object]) -> list[object]:
    """Do these in threads of their own, at once; what each returned or raised."""
    results: list[object] = []

    def run(deed: Callable[[], object]) -> None:
        try:
            results.append(deed())
        except Exception as error:  # noqa: BLE001  the test looks at it
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def test_two_imports_into_one_county_queue_up(
    own_database: Callable[[str], str], linshan_database: str
) -> None:
    own_database(linshan_database)
    women = [("张梅", "李兰"), ("张梅", "王菊"), ("赵竹", "李兰"), ("孙雪", "周荷")]
    lists = [
        (
            f"{year}.xlsx",
            book(sheet(*committee(UNIT, *two, since=f"{year}.1.1"), day=f"{year}年3月1日")),
        )
        for year, two in zip(range(2019, 2023), women, strict=True)
    ]

    results = together(*[lambda one=one: bring(one) for one in lists])

    assert [str(one) for one in results if isinstance(one, Exception)] == []
    assert Batch.objects.count() == 4
    assert [names(f"{year}-06-01") for year in range(2019, 2023)] == [sorted(w) for w in women]


def test_the_same_list_twice_at_once_is_applied_once(
    own_database: Callable[[str], str], linshan_database: str
) -> None:
    own_database(linshan_database)
    content = book(sheet(*committee(UNIT, "张梅", "李兰")))

    together(*[lambda: bring(("名册.xlsx", content))] * 2)

    assert Batch.objects.count() == 1
    assert len(periods()) == 2


def test_an_undo_and_a_later_import_at_once_end_in_one_of_two_orders(
    own_database: Callable[[str], str], linshan_database: str
) -> None:
    own_database(linshan_database)
    first = applied(bring_list(*committee(UNIT, "张梅", "李兰", since="2018.12.20"))).batch
    assert first is not None
    later = book(sheet(*committee(UNIT, "张梅", "王菊", since="2021.1.10"), day="2021年3月1日"))

    results = together(lambda: undo(batch_id=first, by=system()), lambda: bring(("后.xlsx", later)))

    undone = not any(isinstance(one, LaterEdits) for one in results)
    assert [
        one for one in results if isinstance(one, Exception) and not isinstance(one, LaterEdits)
    ] == []
    assert names("2020-01-01") == ([] if undone else ["张梅", "李兰"])
    assert names("2021-06-01") == ["张梅", "王菊"]


def test_two_who_merge_the_same_pair_at_once_merge_it_once(
    own_database: Callable[[str], str], linshan_database: str
) -> None:
    own_database(linshan_database)
    applied(bring_list(*committee(UNIT, "张梅", since="2018.12.20")))
    applied(bring_list(*committee("红岩镇石桥村妇联", "李兰", since="2018.12.20")))
    one, other = Person.objects.order_by("pk")

    results = together(
        lambda: merge(kept_id=one.pk, gone_id=other.pk, by=system()),
        lambda: merge(kept_id=other.pk, gone_id=one.pk, by=system()),
    )

    assert [type(one) for one in results if isinstance(one, Exception)] == [RecordGone]
    assert Person.objects.count() == 1
    assert Batch.objects.filter(deed="merge").count() == 1


def _wait_for_the_server() -> None:
    """A server that was told to commit does so although nobody waits for its answer any more."""
    others = (
        "select count(*) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    with connection.cursor() as cursor:
        for _ in range(600):
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.05)
    raise AssertionError("the server still works for the killed process")


@pytest.mark.slow
def test_an_import_killed_at_any_moment_leaves_everything_or_nothing(
    own_database: Callable[[str], str], tmp_path: Path
) -> None:
    own_database(EMPTY)
    load(*vintages())
    nothing = picture("people_person", "roster_appointment", "roster_batch", "audit_entry")
    files = [REAL / "after" / f"{name}.xlsx" for name in ("龙津镇", "嵩溪镇", "林畲乡")]
    whole = _seconds(lambda: _import_in_a_process(files).wait())
    everything = len(periods())
    assert everything > 400
    undo(batch_id=Batch.objects.get(undone_at=None).pk, by=system())
    chance = random.Random(7)  # noqa: S311  moments, not secrets
    outcomes = set()

    for _ in range(8):
        process = _import_in_a_process(files)
        time.sleep(chance.uniform(whole * 0.4, whole))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        _wait_for_the_server()
        left = len(periods())
        assert left in (0, everything)
        assert Batch.objects.filter(undone_at=None).count() == (left > 0)
        outcomes.add(left)
        for batch in Batch.objects.filter(undone_at=None):
            undo(batch_id=batch.pk, by=system())

    assert 0 in outcomes
    assert picture("people_person", "roster_appointment") == {
        table: nothing[table] for table in ("people_person", "roster_appointment")
    }


def _import_in_a_process(files: list[Path]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jinguo", "roster", "import", *map(str, files)]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "jinguo.config.settings"}
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )


def _seconds(deed: Callable[[], object]) -> float:
    start = time.monotonic()
    deed()
    return time.monotonic() - start
