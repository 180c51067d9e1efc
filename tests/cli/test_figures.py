"""``jinguo figures``: the JSON that other programs rely on."""

import json
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner

from jinguo.cli.figures import figures

pytestmark = pytest.mark.usefixtures("qingliu")

LEVEL_KEYS = [
    "federations", "executives", "chairs", "vice_chairs", "part_time_vice_chairs",
    "new_executives", "new_part_time_vice_chairs", "executives_per_federation",
    "vice_chairs_per_federation",
]  # fmt: skip


def told(*words: str) -> dict[str, Any]:
    """What the command prints as JSON."""
    result = CliRunner().invoke(figures, [*words, "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_keys_and_values_are_those_promised() -> None:
    found = told("350423", "--as-of", "2017-07-31", "--compare", "2017-05-10")

    assert list(found) == ["unit", "as_of", "compare", "township", "village"]
    assert (found["as_of"], found["compare"]) == ("2017-07-31", "2017-05-10")
    assert list(found["township"]) == list(found["village"]) == LEVEL_KEYS
    assert list(found["township"].values()) == [13, 313, 13, 33, 20, 191, 20, "24.1", "2.5"]
    assert list(found["village"].values())[:4] == [119, 1601, 119, 209]
    assert list(found["village"].values())[-2:] == ["13.5", "1.8"]


def test_without_a_comparison_what_compares_is_null() -> None:
    found = told("350423", "--as-of", "2017-07-31")

    assert found["compare"] is None
    for level in ("township", "village"):
        assert found[level]["new_executives"] is None
        assert found[level]["new_part_time_vice_chairs"] is None


@pytest.mark.parametrize("code", ["350423", "350423000000", "350423202", "350423202204"])
def test_a_unit_is_a_code_of_6_9_or_12_digits(code: str) -> None:
    assert told(code, "--as-of", "2017-07-31")["unit"].startswith(code)


def test_a_village_has_its_own_figures() -> None:
    found = told("350423202204", "--as-of", "2017-05-24")

    assert (found["township"]["federations"], found["village"]["federations"]) == (0, 1)
    assert found["village"]["executives"] == 11
    assert found["township"]["executives_per_federation"] is None


@pytest.mark.parametrize(
    "words",
    [
        ["350423"],
        ["350423202", "--as-of", "2020-01-01"],
        ["999999", "--as-of", "2017-07-31"],
        ["3504", "--as-of", "2017-07-31"],
        ["350423", "--as-of", "31.7.2017"],
    ],
)
def test_wrong_usage_is_2(words: list[str]) -> None:
    assert CliRunner().invoke(figures, words).exit_code == 2


def test_a_code_of_another_day_is_explained() -> None:
    result = CliRunner().invoke(figures, ["350423202", "--as-of", "2020-01-01"])

    assert "350423106" in result.output
    assert "林畲镇" in result.output


def test_the_same_question_has_the_same_answer_in_words() -> None:
    result = CliRunner().invoke(figures, ["350423", "--as-of", str(date(2017, 7, 31))])

    assert result.exit_code == 0
    for number in ("13/13", "119/119", "100.0%", "1601", "24.1"):
        assert number in result.stdout
