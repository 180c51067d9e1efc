"""Counters who save their sheets at the same moment."""

import threading
from collections.abc import Callable

from django.db import connection

from jinguo.elections.actions.voting import count_ballots
from jinguo.elections.enums import Office
from jinguo.elections.errors import SheetConflict
from jinguo.elections.models import Congress, Round
from jinguo.elections.rules.counts import Ballots
from jinguo.kernel.actor import system
from tests.factories.elections import file_of, opened, prepared, sheet


def together(*deeds: Callable[[], None]) -> list[Exception]:
    """Do all of it at once; what was refused."""
    start = threading.Barrier(len(deeds))
    refused: list[Exception] = []

    def run(deed: Callable[[], None]) -> None:
        try:
            start.wait(20)
            deed()
        except SheetConflict as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return refused


def voting() -> tuple[Congress, Round]:
    congress = prepared(due=6, present=6, executives=2, names=("王芳", "李梅", "张兰"))
    vote = opened(congress, Office.EXECUTIVE)
    count_ballots(congress_id=congress.pk, round_id=vote.pk, ballots=Ballots(6, 6, 0), by=system())
    return congress, vote


def test_two_sheets_saved_at_once_are_both_counted(
    own_database: Callable[[str], str], qingliu_database: str
) -> None:
    own_database(qingliu_database)
    congress, vote = voting()

    refused = together(
        lambda: sheet(congress, vote, "温计票", {"王芳": (3, 0)}, 3),
        lambda: sheet(congress, vote, "余计票", {"王芳": (2, 1)}, 3),
    )

    view = file_of(congress).rounds[0]
    assert refused == []
    assert view.counted == 6
    assert max(view.votes(one).in_favour for one in view.nominees) == 5


def test_of_two_who_save_the_same_sheet_the_second_is_told(
    own_database: Callable[[str], str], qingliu_database: str
) -> None:
    own_database(qingliu_database)
    congress, vote = voting()
    sheet(congress, vote, "温计票", {"王芳": (6, 0)}, 6)

    refused = together(
        lambda: sheet(congress, vote, "温计票", {"王芳": (5, 1)}, 6, version=1),
        lambda: sheet(congress, vote, "温计票", {"王芳": (4, 2)}, 6, version=1),
    )

    view = file_of(congress).rounds[0]
    assert len(refused) == 1
    assert view.sheets[0].sheet.version == 2
