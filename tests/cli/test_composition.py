"""``jinguo composition``: the JSON that other programs rely on."""

import json

import pytest
from click.testing import CliRunner

from jinguo.cli.figures import composition

pytestmark = pytest.mark.usefixtures("qingliu")


@pytest.mark.parametrize(
    ("code", "units"), [("350423", 132), ("350423202", 9), ("350423202204", 1)]
)
def test_every_unit_with_a_verdict_a_rule(code: str, units: int) -> None:
    result = CliRunner().invoke(composition, [code, "--as-of", "2017-07-31", "--json"])

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == ["units"]
    assert len(found["units"]) == units
    for unit in found["units"]:
        assert list(unit) == ["unit", "name", "rules"]
        assert len(unit["rules"]) == 7
        for rule in unit["rules"]:
            assert list(rule) == ["rule", "ok", "counted", "fix"]
            assert isinstance(rule["ok"], bool)
            assert (rule["fix"] is None) == rule["ok"]


def test_in_words_each_broken_rule_has_its_fix() -> None:
    result = CliRunner().invoke(composition, ["350423", "--as-of", "2017-05-01"])

    assert result.exit_code == 0
    assert "✗" in result.stdout
    assert "→" in result.stdout


def test_an_unknown_code_is_wrong_usage() -> None:
    assert CliRunner().invoke(composition, ["123456", "--as-of", "2017-05-01"]).exit_code == 2
