"""The 14 workbooks as they are: in any order, alone, twice, dry, in one folder."""

from collections.abc import Callable
from datetime import date

import pytest

from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.importing import Report
from jinguo.statistics.queries import Figures, figures
from tests.conftest import EMPTY
from tests.factories.counties import load
from tests.factories.imports import (
    ALL_TABLES,
    QINGLIU,
    after_files,
    applied,
    bring,
    counts,
    periods,
    picture,
    real_file,
)
from tests.factories.real_lists import vintages

DAYS = [date(2017, 5, 1), date(2017, 5, 10), date(2017, 5, 24), date(2017, 6, 18),
        date(2017, 7, 31), date(2020, 1, 1)]  # fmt: skip


def into_qingliu(*files: tuple[str, bytes], apply: bool = True) -> Report:
    """Import into 清流县."""
    return bring(*files, into=QINGLIU, apply=apply)


@pytest.fixture
def empty_qingliu(own_database: Callable[[str], str]) -> None:
    """清流县 with its lists of divisions and nobody in it."""
    own_database(EMPTY)
    load(*vintages())


def all_figures() -> list[Figures]:
    """Every figure of the county on several days, compared with the day before the reform."""
    return [figures(QINGLIU, day, date(2017, 5, 10), reader=system()) for day in DAYS]


def test_the_same_14_files_again_change_nothing(qingliu: None) -> None:
    before = picture(*ALL_TABLES)

    report = into_qingliu(real_file("before"), *after_files())

    assert counts(report) == (0, 0, 0, 1914 + 141)
    assert report.batch is None
    assert picture(*ALL_TABLES) == before


@pytest.mark.parametrize("name", ["before", "林畲乡", "嵩溪镇", "余朋乡"])
def test_one_of_the_files_again_changes_nothing(qingliu: None, name: str) -> None:
    before = picture(*ALL_TABLES)

    report = into_qingliu(real_file(name))

    assert (report.joined, report.left, report.changed) == (0, 0, 0)
    assert picture(*ALL_TABLES) == before


def test_a_dry_run_says_what_would_happen_and_writes_nothing(empty_qingliu: None) -> None:
    before = picture(*ALL_TABLES)

    dry = into_qingliu(real_file("林畲乡"), apply=False)

    assert picture(*ALL_TABLES) == before
    wet = into_qingliu(real_file("林畲乡"))
    assert dry.counts() == wet.counts()
    assert [p.as_json() for p in dry.problems] == [p.as_json() for p in wet.problems]
    assert (dry.batch, wet.batch is not None) == (None, True)


def test_the_order_of_the_files_does_not_matter_for_the_figures(empty_qingliu: None) -> None:
    applied(into_qingliu(*after_files()))
    applied(into_qingliu(real_file("before")))
    backwards, women = all_figures(), periods()
    assert counts(into_qingliu(*after_files())) == (0, 0, 0, 1914)
    assert counts(into_qingliu(real_file("before"))) == (0, 0, 0, 141)

    assert backwards == _in_the_usual_order(), "figures"
    assert [row[1:] for row in women] == [row[1:] for row in periods()]


def _in_the_usual_order() -> list[Figures]:
    from jinguo.roster.actions.undoing import undo
    from jinguo.roster.models import Batch

    for batch in Batch.objects.order_by("-pk"):
        undo(batch_id=batch.pk, by=system())
    assert Person.objects.count() == 0
    for one in [real_file("before"), *after_files()]:
        applied(into_qingliu(one))
    return all_figures()


def test_women_who_sit_on_two_committees_are_one_person(qingliu: None) -> None:
    found = into_qingliu(*after_files(), apply=False)

    assert found.rows == 1914
    assert (
        found.people
        == Person.objects.filter(appointments__starts_on__gt=date(2017, 5, 10)).distinct().count()
    )
