"""``jinguo demo``: the golden figures, and running it again changes nothing."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from jinguo.access.queries import actor_for, home_of
from jinguo.accounts.queries import account_named
from jinguo.cli.demo import ACCOUNTS, demo
from jinguo.kernel.actor import IMPORT, VIEW
from tests.conftest import EMPTY
from tests.factories.imports import ALL_TABLES, picture

GOLDEN = ["13 · 313 · 13 · 33 · 191 · 20 · 24.1 · 2.5", "119 · 1601 · 119 · 209 · 13.5 · 1.8"]


def test_running_it_again_prints_the_same_and_changes_nothing(qingliu: None) -> None:
    tables = (*ALL_TABLES, "accounts_account", "access_assignment", "divisions_version")
    before = picture(*tables)

    result = CliRunner().invoke(demo, ["--no-serve"])

    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if "·" in line] == GOLDEN
    assert picture(*tables) == before


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


@pytest.mark.parametrize(
    ("username", "sees", "imports"),
    [("county", "350423", True), ("township", "350423106", True),
     ("village", "350423106204", False), ("auditor", "350423", False)],
)  # fmt: skip
def test_each_account_sees_her_part_of_the_tree(
    qingliu: None, username: str, sees: str, imports: bool
) -> None:
    account = account_named(username)
    assert account is not None

    actor = actor_for(account.pk, account.display_name)

    assert actor.prefixes(VIEW) == (sees,)
    assert actor.prefixes(IMPORT) == ((sees,) if imports else ())
    home = home_of(account.pk)
    assert home is not None
    assert home.prefix == sees
    assert {one.username for one in ACCOUNTS} == {"county", "township", "village", "auditor"}
