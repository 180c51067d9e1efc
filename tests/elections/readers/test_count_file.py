"""Count files: each mistake with its place and what would be right."""

import json
from typing import Any

import pytest

from jinguo.elections.readers import read_count
from tests.elections.rules.test_counting import STANDARDS

GOOD: dict[str, Any] = {
    "due": 36,
    "present": 31,
    "leave": 5,
    "seats": 2,
    "ballots": {"issued": 31, "returned": 31, "invalid": 1},
    "candidates": [
        {"name": "李梅", "for": 28, "against": 2, "abstain": 0},
        {"name": "王芳", "for": 2, "write_in": True},
    ],
}


def paths(document: object) -> list[str]:
    content = json.dumps(document).encode()
    return [one.path for one in read_count(content, STANDARDS).mistakes]


def test_a_good_file_is_read_with_the_default_rules() -> None:
    read = read_count(json.dumps(GOOD).encode(), STANDARDS)

    assert read.mistakes == ()
    assert read.standards == STANDARDS
    assert [(one.name, one.in_favour, one.write_in) for one in read.count.candidates] == [
        ("李梅", 28, False),
        ("王芳", 2, True),
    ]


def test_rules_in_the_file_take_the_place_of_the_default() -> None:
    rules = {"quorum": {"share": "1/2", "more_than": True}, "majority": {"of": "returned"}}

    read = read_count(json.dumps({**GOOD, "rules": rules}).encode(), STANDARDS)

    assert read.mistakes == ()
    assert (read.standards.quorum.needed(36), read.standards.base) == (19, "returned")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"due": 0}, "due"),
        ({"due": True}, "due"),
        ({"present": "31"}, "present"),
        ({"leave": -1}, "leave"),
        ({"seats": 2.5}, "seats"),
        ({"seats": 10**30}, "seats"),
        ({"ballots": []}, "ballots"),
        ({"ballots": {"issued": 31, "returned": 31}}, "ballots.invalid"),
        ({"candidates": []}, "candidates"),
        ({"candidates": ["李梅"]}, "candidates[0]"),
        ({"candidates": [{"name": " ", "for": 1, "against": 0, "abstain": 0}]},
         "candidates[0].name"),
        ({"candidates": [{"name": "李梅", "for": 1, "against": 0}]}, "candidates[0].abstain"),
        ({"rules": {"quorum": {"share": "3/0"}}}, "rules.quorum.share"),
        ({"rules": {"majority": {"of": "all"}}}, "rules.majority.of"),
        ({"rules": {"threshold": 1}}, "rules.threshold"),
        ({"seat": 2}, "seat"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_path(change: dict[str, Any], path: str) -> None:
    assert paths({**GOOD, **change}) == [path]


def test_every_mistake_is_found_at_once() -> None:
    assert paths({"due": 36, "seats": "x"}) == [
        "present",
        "leave",
        "seats",
        "ballots",
        "candidates",
    ]


@pytest.mark.parametrize(
    "content", [b"", b"[1]", b"{", b"\xff\xfe\x00", b'{"due": 1, "due": 2}', b"[" * 100_000]
)
def test_what_is_no_document_is_said_in_one_sentence(content: bytes) -> None:
    (mistake,) = read_count(content, STANDARDS).mistakes

    assert mistake.path == "$"
    assert mistake.message


def test_a_file_from_a_chinese_editor_is_read() -> None:
    content = json.dumps(GOOD, ensure_ascii=False)

    for encoding in ("utf-8-sig", "gb18030"):
        assert read_count(content.encode(encoding), STANDARDS).mistakes == ()
