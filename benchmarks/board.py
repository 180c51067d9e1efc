"""The board of a campaign while twenty users write evidence, against counting gate by gate.

The real demo county with its campaign. The rival asks the database, through the ORM, for each
unit and each gate whether there is a record, as one writes it without thinking of speed; it is
given the same page of the same server to fill, but none of its templates.
"""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection
from django.test import Client

from benchmarks.databases import inside, make_template, start
from benchmarks.measuring import Report
from jinguo.accounts.models import Account
from jinguo.activities.actions import Note, note_activity
from jinguo.activities.enums import ActivityKind
from jinguo.activities.models import Activity
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.models import Filing
from jinguo.campaigns.queries.plan import campaign
from jinguo.campaigns.queries.status import status
from jinguo.cli.demo import load_demo
from jinguo.cli.demo_campaign import LAST, SLUG
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.plaques.models import Plaque

WRITERS = 20
PAUSE = 1.0
"""Seconds each writer rests between two records: nobody types faster."""
PAGES = 100
LIMIT = 300
"""Milliseconds at the 95th percentile."""


def main(*, rows: int, pairs: int) -> None:
    """Load the page ``PAGES`` times among writers, then count gate by gate; compare both."""
    report = Report(
        "board", {"writers": WRITERS, "pages": PAGES, "pairs": pairs, "server": start()}
    )
    template = make_template("bench_demo_campaign", load_demo)
    with inside(template):
        client = Client()
        office = Account.objects.get(username="county")
        client.force_login(office, "allauth.account.auth_backends.AuthenticationBackend")
        _page(client)
        with _writers() as written:
            ours = [_timed(lambda: _page(client)) for _turn in range(PAGES)]
            theirs = [_timed(_gate_by_gate) for _turn in range(max(3, pairs))]
        late = statistics.quantiles(ours, n=20, method="inclusive")[-1]
        report.goal("the board, p95 in milliseconds", [late], LIMIT, at_most=True)
        report.goal(
            "times faster than counting gate by gate (a note)",
            [statistics.median(theirs) / one for one in ours], 1,
        )  # fmt: skip
        report.note(f"{written[0]} records were written meanwhile")
        found = status(campaign(SLUG, reader=system()), LAST, reader=system())
        right = _gate_by_gate()
        counted = {gate.value: count for gate, count in found.closed.items()}
        report.check("both count the same gates", counted == right, f"{counted} for {right}")
    report.keep()


def _page(client: Client) -> None:
    answer = client.get(f"/campaigns/{SLUG}/?day={LAST}", headers={"host": "127.0.0.1"})
    if answer.status_code != 200:
        raise RuntimeError(f"the board answered {answer.status_code}")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _gate_by_gate() -> dict[str, int]:
    """Units with a closed gate, asked one by one."""
    asked = campaign(SLUG, reader=system()).targets.select_related("federation")
    found = dict.fromkeys(Gate.values, 0)
    for target in asked:
        own = {"federation": target.federation, "struck_at": None}
        filed = Filing.objects.filter(**own, elected_on__lte=LAST).order_by("elected_on").first()
        found[Gate.ORGANISATION] += filed is not None
        found[Gate.PLAQUE] += Plaque.objects.filter(
            **own, hung_on__lte=LAST, photo__isnull=False
        ).exists()
        found[Gate.GROUP] += ContactGroup.objects.filter(**own, founded_on__lte=LAST).exists()
        if filed:
            held = Activity.objects.filter(**own, held_on__range=(filed.elected_on, LAST))
            found[Gate.ACTIVITY] += held.exists()
    return found


@contextmanager
def _writers() -> Iterator[list[int]]:
    """Users who note activities, each now and then, until the block ends."""
    ids = list(
        campaign(SLUG, reader=system()).targets.values_list("federation_id", flat=True)[:WRITERS]
    )
    over, written, lock = threading.Event(), [0], threading.Lock()

    def write(federation_id: int) -> None:
        note = Note("护河清洁", ActivityKind.ENVIRONMENT, date(2017, 7, 30))
        while not over.wait(PAUSE):
            note_activity(federation_id=federation_id, note=note, today=LAST, by=system())
            with lock:
                written[0] += 1
        connection.close()

    threads = [threading.Thread(target=write, args=(one,)) for one in ids]
    for one in threads:
        one.start()
    try:
        yield written
    finally:
        over.set()
        for one in threads:
            one.join()
