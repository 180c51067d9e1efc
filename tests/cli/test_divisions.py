"""``jinguo divisions`` as other programs call it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jinguo.cli.divisions import divisions
from jinguo.divisions.models import Succession, Version
from jinguo.kernel.errors import JinguoError
from tests.divisions.lists import DATA, county

pytestmark = pytest.mark.django_db

QINGLIU = DATA / "qingliu-350423-vintages.csv"
FILLER = {f"9{n:02}": f"{word}坊村委会" for n, word in enumerate("寅卯辰巳午未申酉")}


@pytest.fixture
def call() -> Callable[..., Result]:
    """Run a command on the test's database."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(divisions, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def asked(call: Callable[..., Result], tmp_path: Path) -> Succession:
    for day, name in (("2017-10-31", "东山村委会"), ("2018-10-31", "胜利村委会")):
        file, content = county(day, {"100": ("城关镇", {"201": name, **FILLER})})
        (tmp_path / file).write_bytes(content)
    call("load", *tmp_path.iterdir())
    return Succession.objects.get()


def test_load_says_what_was_new_and_then_that_all_is_known(call: Callable[..., Result]) -> None:
    first, again = call("load", QINGLIU), call("load", QINGLIU, QINGLIU)

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "1085" in first.output
    assert "152" in first.output
    assert Version.objects.count() == 152


def test_load_names_what_was_closed_and_added(call: Callable[..., Result], tmp_path: Path) -> None:
    for day, name in (
        ("2017-10-31", {"201": "东山村委会"}),
        ("2018-10-31", {"001": "天康社区居委会"}),
    ):
        file, content = county(day, {"100": ("城关镇", {**name, **FILLER})})
        (tmp_path / file).write_bytes(content)

    output = call("load", *tmp_path.iterdir()).output

    assert "(1): 东山村委会 (2018-10-31)" in output
    assert "(1): 天康社区居委会 (2018-10-31)" in output


def test_a_refused_list_is_a_refusal_not_a_traceback(
    call: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "wrong.csv").write_text("a,b\n1,2\n")

    refused = call("load", tmp_path / "wrong.csv")

    assert isinstance(refused.exception, JinguoError)
    assert "wrong.csv" in str(refused.exception)


def test_a_file_that_is_not_there_is_wrong_usage(call: Callable[..., Result]) -> None:
    assert call("load", "nowhere.csv").exit_code == 2


def test_changes_as_json(call: Callable[..., Result]) -> None:
    call("load", QINGLIU)

    answer = json.loads(
        call("changes", "350423", "--from", "2018-01-01", "--to", "2020-01-01", "--json").output
    )

    assert (answer["code"], answer["from"], answer["to"]) == ("350423", "2018-01-01", "2020-01-01")
    assert answer["added"] == [{"code": "350423106001", "name": "天康社区居民委员会", "level": 5}]
    assert answer["closed"] == answer["moved"] == []
    assert {"from": "林畲乡", "to": "林畲镇"} in [
        {side: change[side]["name"] for side in ("from", "to")} for change in answer["recoded"]
    ]
    assert len(answer["recoded"]) == 9
    renamed = {change["code"]: change for change in answer["renamed"]}
    assert renamed["350423106000"]["name_from"] == "林畲乡"
    assert renamed["350423106000"]["name_to"] == "林畲镇"


def test_changes_for_people(call: Callable[..., Result]) -> None:
    call("load", QINGLIU)

    told = call("changes", "350423206", "--from", "2017-01-01", "--to", "2018-01-01").output
    nothing = call("changes", "350423206", "--from", "2018-01-01", "--to", "2018-02-01").output

    assert "太山村委会 → 泰山村委会" in told
    assert nothing.strip()


def test_changes_of_an_unknown_code_are_wrong_usage(call: Callable[..., Result]) -> None:
    assert call("changes", "350423", "--from", "2018-01-01", "--to", "2020-01-01").exit_code == 2


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_proposal_is_listed_and_decided(
    call: Callable[..., Result], asked: Succession, verdict: str
) -> None:
    listed = json.loads(call("proposals", "350999", "--json").output)["proposals"]
    assert [(line["from"]["name"], line["to"]["name"]) for line in listed] == [
        ("东山村委会", "胜利村委会")
    ]
    assert str(asked.pk) in call("proposals").output

    decided = call("decide", asked.pk, verdict)

    asked.refresh_from_db()
    assert (decided.exit_code, asked.verdict) == (0, verdict)
    assert json.loads(call("proposals", "--json").output) == {"proposals": []}


def test_deciding_needs_a_verdict(call: Callable[..., Result], asked: Succession) -> None:
    assert call("decide", asked.pk).exit_code == 2
