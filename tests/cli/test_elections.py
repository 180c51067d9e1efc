"""``jinguo election tally``: the JSON that other programs rely on."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jinguo.cli.elections import election

pytestmark = pytest.mark.django_db

VOTE: dict[str, Any] = {
    "due": 36,
    "present": 31,
    "leave": 5,
    "seats": 2,
    "ballots": {"issued": 31, "returned": 31, "invalid": 1},
    "candidates": [
        {"name": "李梅", "for": 28, "against": 1, "abstain": 1},
        {"name": "王芳", "for": 15, "against": 15, "abstain": 0},
        {"name": "张兰", "for": 12, "against": 18, "abstain": 0},
    ],
}


def tallied(folder: Path, content: bytes) -> tuple[int, dict[str, Any]]:
    file = folder / "count.json"
    file.write_bytes(content)
    result = CliRunner().invoke(election, ["tally", str(file), "--json"])
    found: dict[str, Any] = json.loads(result.stdout)
    return result.exit_code, found


def test_a_valid_vote_by_the_default_rules(tmp_path: Path) -> None:
    code, found = tallied(tmp_path, json.dumps(VOTE).encode())

    assert code == 0
    assert found["valid"] is True
    assert found["quorum"] == {
        "due": 36,
        "present": 31,
        "leave": 5,
        "absent": 0,
        "needed": 24,
        "reached": True,
    }
    assert (found["elected"], found["vacant"], found["revote"]) == (["李梅"], 1, [])
    assert "当选1名：李梅" in found["reason"]


def test_an_invalid_vote_elects_nobody_and_says_why(tmp_path: Path) -> None:
    vote = {**VOTE, "ballots": {"issued": 30, "returned": 31, "invalid": 1}}

    code, found = tallied(tmp_path, json.dumps(vote).encode())

    assert code == 1
    assert (found["valid"], found["elected"], found["vacant"]) == (False, [], 2)
    assert found["reason"] == (
        "发出选票30张，收回31张，收回的多于发出的。本次选举无效，应重新选举。"
    )


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\x00\xff", b'{"due": NaN}'])
def test_what_cannot_be_read_is_answered_in_words(content: bytes, tmp_path: Path) -> None:
    code, found = tallied(tmp_path, content)

    assert code == 1
    assert found["valid"] is False
    assert found["problems"]
    assert all(one["path"] and one["message"] for one in found["problems"])


def test_without_json_the_result_is_read_out(tmp_path: Path) -> None:
    file = tmp_path / "count.json"
    file.write_text(json.dumps({**VOTE, "seats": "two"}))

    result = CliRunner().invoke(election, ["tally", str(file)])

    assert result.exit_code == 1
    assert "seats: “two” 不行" in result.stdout
