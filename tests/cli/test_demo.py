"""``jinguo demo``: the golden figures, and running it again changes nothing."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from jinguo.access.queries import actor_for, home_of
from jinguo.accounts.actions import create_account
from jinguo.accounts.queries import account_named
from jinguo.cli.demo import ACCOUNTS, DATA, OfficeInUse, demo
from jinguo.divisions.actions import load_lists
from jinguo.kernel.actor import IMPORT, VIEW, system
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Batch, ListDay
from tests.conftest import EMPTY
from tests.factories.counties import load_linshan
from tests.factories.deeds import TODAY
from tests.factories.imports import ALL_TABLES, QINGLIU, applied, bring, picture, real_file

GOLDEN = ["13 · 313 · 13 · 33 · 191 · 20 · 24.1 · 2.5", "119 · 1601 · 119 · 209 · 13.5 · 1.8"]


def test_running_it_again_prints_the_same_and_changes_nothing(qingliu: None) -> None:
    tables = (*ALL_TABLES, "accounts_account", "access_assignment", "divisions_version")
    before = picture(*tables)

    result = CliRunner().invoke(demo, ["--no-serve"])

    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if "·" in line] == GOLDEN
    assert picture(*tables) == before


def test_a_demo_of_an_older_program_gets_no_second_batch(qingliu: None) -> None:
    ListDay.objects.all().delete()  # what programs before it did not know
    (first,) = Batch.objects.all()

    assert CliRunner().invoke(demo, ["--no-serve"]).exit_code == 0

    assert list(Batch.objects.all()) == [first]
    undo(batch_id=first.pk, by=system())


def test_a_demo_that_was_undone_is_loaded_again(qingliu: None) -> None:
    undo(batch_id=Batch.objects.get().pk, by=system())

    result = CliRunner().invoke(demo, ["--no-serve"])

    assert [line for line in result.stdout.splitlines() if "·" in line] == GOLDEN


def somebody(username: str) -> None:
    """An account the office made."""
    create_account(username=username, display_name="", password="hua-kai-2017", by=system())


def lists_only() -> None:
    """What a demo that was stopped early leaves."""
    load_lists(sorted((DATA / "divisions").glob("*.csv")), by=system("demo"))


def own_roster() -> None:
    """Qingliu's own office at work."""
    lists_only()
    applied(bring(real_file("before"), into=QINGLIU, by=system()))


@pytest.mark.parametrize(
    "own",
    [load_linshan, own_roster, lambda: somebody("wang"), lambda: somebody("county")],
    ids=["another county", "its own rosters", "an account", "an account of a demo's name"],
)
def test_an_office_with_data_of_its_own_is_left_alone(db: None, own: Callable[[], object]) -> None:
    own()
    tables = (*ALL_TABLES, "accounts_account", "access_assignment", "divisions_version")
    before = picture(*tables)

    result = CliRunner().invoke(demo, ["--no-serve"])

    assert result.exit_code == 1
    assert isinstance(result.exception, OfficeInUse)
    assert "JINGUO_HOME" in str(result.exception)
    assert picture(*tables) == before


def test_another_account_beside_the_four_makes_it_an_office(qingliu: None) -> None:
    somebody("wang")

    assert isinstance(CliRunner().invoke(demo, ["--no-serve"]).exception, OfficeInUse)


def test_a_demo_that_was_stopped_early_goes_on(db: None) -> None:
    lists_only()

    result = CliRunner().invoke(demo, ["--no-serve"])

    assert [line for line in result.stdout.splitlines() if "·" in line] == GOLDEN


@pytest.mark.slow
def test_an_empty_office_has_the_golden_figures_after_one_command(
    own_database: Callable[[str], str],
) -> None:
    own_database(EMPTY)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "jinguo.config.settings"}

    done = subprocess.run(
        [sys.executable, "-m", "jinguo", "demo", "--no-serve"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert [line for line in done.stdout.splitlines() if "·" in line] == GOLDEN
    assert done.stderr == ""


@pytest.mark.slow
def test_two_that_start_at_once_both_get_there(own_database: Callable[[str], str]) -> None:
    own_database(EMPTY)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "jinguo.config.settings"}
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "jinguo", "demo", "--no-serve"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip

    for one in both:
        out, complaints = one.communicate(timeout=120)
        assert (one.returncode, complaints) == (0, "")
        assert [line for line in out.splitlines() if "·" in line] == GOLDEN


@pytest.mark.parametrize(
    ("username", "sees", "imports"),
    [("county", "350423", True), ("township", "350423106", True),
     ("village", "350423106204", False), ("executive", "350423106204", False),
     ("auditor", "350423", False)],
)  # fmt: skip
def test_each_account_sees_her_part_of_the_tree(
    qingliu: None, username: str, sees: str, imports: bool
) -> None:
    account = account_named(username)
    assert account is not None

    actor = actor_for(account.pk, account.display_name, TODAY)

    assert actor.prefixes(VIEW) == (sees,)
    assert actor.prefixes(IMPORT) == ((sees,) if imports else ())
    home = home_of(account.pk, TODAY)
    assert home is not None
    assert home.prefix == sees
    assert {one.username for one in ACCOUNTS} == {
        "county", "township", "village", "executive", "auditor", "administrator"
    }  # fmt: skip
