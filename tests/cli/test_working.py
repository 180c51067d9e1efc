"""The worker may be killed at any moment: no reminder is lost, none is sent twice."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import connection, transaction

from jinguo.agenda.actions.reminding import remind
from jinguo.agenda.queries.reminders import waiting
from jinguo.audit.models import Entry
from jinguo.campaigns.actions import Plan, WavePlan, plan_campaign, start
from jinguo.cli.working import worker, working
from jinguo.database.scope import close_for_process, open_for_process
from jinguo.delivery.models import DeliveryRule, Notice
from jinguo.divisions.models import Level
from jinguo.divisions.queries import counties
from jinguo.federations.queries import units_of
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now
from jinguo.plaques.models import Plaque

Row = tuple[Any, ...]
FIELDS = (
    "thing", "due_on", "step", "overtook", "recipient_id", "addressee_id", "federation_id",
    "sent_on",
)  # fmt: skip


@pytest.fixture
def county(own_database: Callable[[str], str], qingliu_database: str) -> None:
    """119 villages owe a plaque since yesterday, in an office where nobody sleeps.

    The clock of a process of its own cannot be set, so night is taken out of the rule instead.
    """
    own_database(qingliu_database)
    today = now().date()
    due = today - timedelta(days=1)
    (place,) = counties()
    villages = [one.federation_id for one in units_of(place, today) if one.level == Level.VILLAGE]
    plan = Plan("会改联", due - timedelta(days=30), due, (WavePlan("第一批", due, villages),))
    made = plan_campaign(slug="drive", county=place, plan=plan, by=system())
    start(campaign_id=made.pk, by=system())
    Plaque.objects.update(struck_at=now(), struck_why="test")
    DeliveryRule.objects.update(quiet_from="00:00", quiet_until="00:00")


def rows() -> list[Row]:
    return sorted(
        (*row[:3], tuple(row[3]), *row[4:]) for row in Notice.objects.values_list(*FIELDS)
    )


def undisturbed(at: datetime) -> list[Row]:
    """What one run that nobody kills says; taken back."""
    with transaction.atomic():
        remind(now=at, by=system())
        said = rows()
        transaction.set_rollback(True)
    return said


def at_work() -> subprocess.Popen[str]:
    """A worker as an office runs it, that begins its first round now."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "jinguo.config.settings"}
    process = subprocess.Popen(
        [sys.executable, "-m", "jinguo", "worker", "--every", "0"],
        stdout=subprocess.PIPE, text=True, start_new_session=True, env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    assert "Ctrl-C" in process.stdout.readline()
    return process


def forked() -> int:
    """A child that works like the command but need not start anew; nothing of ours is shared."""
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            CliRunner().invoke(worker, ["--every", "0"])
        finally:
            os._exit(1)
    return child


def kill(*processes: int) -> None:
    for one in processes:
        os.kill(one, signal.SIGKILL)
    for one in processes:
        os.waitpid(one, 0)


def test_killed_at_any_moment_it_loses_and_doubles_nothing(county: None) -> None:
    day = now()
    expected = undisturbed(day)
    chance = random.Random(4)  # noqa: S311  moments, not secrets
    left = [0]

    while left[-1] < len(expected) and len(left) < 80:
        two = forked(), forked()  # on two machines at once
        if len(left) % 2:
            time.sleep(chance.uniform(0, 0.4))
        else:
            more_than(left[-1])  # in the middle of the run, however busy the machine is
        kill(*two)
        left.append(Notice.objects.count())
    office = at_work()
    time.sleep(chance.uniform(0, 0.3))
    office.kill()
    office.communicate()
    finished()

    assert len(expected) > 119
    assert any(0 < count < len(expected) for count in left)  # killed in between
    assert rows() == expected
    assert not [one for one, hold in waiting(day) if hold is None]
    sent = Entry.objects.filter(verb="reminders.sent").values_list("data__count", flat=True)
    assert sum(sent) == len(expected)


def more_than(count: int) -> None:
    """Wait until one more part of a run is committed."""
    patience = time.monotonic() + 20
    while Notice.objects.count() == count and time.monotonic() < patience:
        time.sleep(0.005)


def finished() -> None:
    """The server has let go of whoever was killed, and what was left is done."""
    remind(now=now(), by=system())


@pytest.fixture
def nobody_shown() -> Iterator[None]:
    """As in a server: persons are shown to nobody until it is said for whom."""
    close_for_process()
    yield
    open_for_process()


def test_the_thread_of_a_server_works_until_it_stops(county: None, nobody_shown: None) -> None:
    expected = undisturbed(now())
    assert len(expected) > 119
    patience = time.monotonic() + 30
    with working(first=0, every=0.05):
        while Notice.objects.count() < len(expected) and time.monotonic() < patience:
            time.sleep(0.05)

    assert rows() == expected
