"""``jinguo audit``: what it says, and its exit code, on the record as it stands in the table."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.db import connection, transaction

from jinguo.audit.actions import seal
from jinguo.audit.models import Entry
from jinguo.audit.queries.kept import last_seal
from jinguo.cli.audit import audit
from jinguo.cli.sealing import sealing
from jinguo.database.owner import as_owner
from tests.audit.tampering import deeds, unguarded
from tests.conftest import EMPTY

Tamper = Callable[[str], None]


def asked(*words: object) -> Result:
    return CliRunner().invoke(audit, [str(word) for word in words])


def answer(*words: object) -> tuple[int, dict[str, Any]]:
    result = asked("verify", "--json", *words)
    return result.exit_code, json.loads(result.stdout)


@pytest.fixture
def record(own_database: Callable[[str], str]) -> list[Entry]:
    """Five entries, sealed and committed."""
    own_database(EMPTY)
    with transaction.atomic():
        made = deeds(5)
    seal()
    return made


@pytest.fixture
def tamper(record: list[Entry]) -> Tamper:
    """Call it with a statement that the owner of the database runs, guards off."""

    def run(statement: str) -> None:
        with as_owner(), transaction.atomic():
            unguarded()
            with connection.cursor() as cursor:
                cursor.execute(statement)

    return run


def test_a_whole_record_is_said_to_be_whole(record: list[Entry]) -> None:
    result = asked("verify")

    assert result.exit_code == 0
    assert "✓ 完整：共5条，序号1至5" in result.stdout
    assert "没有待封存的记录" in result.stdout


def test_other_programs_get_the_same(record: list[Entry]) -> None:
    code, found = answer()

    assert code == 0
    assert found == {
        "whole": True, "sealed": 5, "first": 1, "last": 5, "problem_count": 0, "problems": [],
        "unsealed": {"count": 0, "first": None, "last": None, "since": None},
        "anchor": None, "key_fits": True,
    }  # fmt: skip


TAMPERINGS = {
    "deleted": "DELETE FROM audit_entry WHERE id = {0}",
    "edited": "UPDATE audit_entry SET actor_name = '林' WHERE id = {0}",
    "inserted": """INSERT INTO audit_entry (at, actor_id, actor_name, verb, subject, subject_id,
        unit_code, data, nonce, mac) SELECT at, actor_id, actor_name, verb, subject, '77',
        unit_code, data, gen_random_uuid(), mac FROM audit_entry WHERE id = {0}""",
    "moved": "UPDATE audit_entry SET id = {0} + {1} - id WHERE id IN ({0}, {1})",
    "seal_missing": "DELETE FROM audit_seal WHERE entry_id = {0}",
}

CUT = ("DELETE FROM audit_seal WHERE entry_id >= {0}", "DELETE FROM audit_entry WHERE id >= {0}")


@pytest.mark.parametrize("wrong", TAMPERINGS)
def test_each_tampering_ends_with_1_and_names_the_entry(
    wrong: str, record: list[Entry], tamper: Tamper
) -> None:
    tamper(TAMPERINGS[wrong].format(record[1].pk, record[3].pk))

    code, found = answer()

    assert code == 1
    assert found["whole"] is False
    assert found["problems"][0]["wrong"] == wrong
    if wrong in ("deleted", "edited", "moved"):
        assert found["problems"][0]["entry"] == record[1].pk
    assert found["problems"][0]["message"] in asked("verify").stdout


def test_a_cut_off_end_shows_against_an_anchor(
    record: list[Entry], tamper: Tamper, tmp_path: Path
) -> None:
    file = tmp_path / "anchor.json"
    assert asked("anchor", "-o", file).exit_code == 0
    assert answer("--anchor", file)[1]["anchor"] is True
    for statement in CUT:
        tamper(statement.format(record[3].pk))

    code, found = answer("--anchor", file)

    assert code == 1
    assert [one["wrong"] for one in found["problems"]] == ["truncated"]
    assert asked("verify").exit_code == 0


def test_an_anchor_that_was_altered_is_refused(record: list[Entry], tmp_path: Path) -> None:
    file = tmp_path / "anchor.json"
    asked("anchor", "-o", file)
    file.write_text(file.read_text().replace('"position": 5', '"position": 2'))

    result = asked("verify", "--anchor", file)

    assert result.exit_code == 1
    assert "被改动过" in str(result.exception)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"position": "x"}', "\udcff"])
def test_what_is_no_anchor_is_refused(text: str, record: list[Entry], tmp_path: Path) -> None:
    file = tmp_path / "anchor.json"
    file.write_text(text, errors="surrogateescape")

    result = asked("verify", "--anchor", file)

    assert "不是审计记录的锚点文件" in str(result.exception)


def test_an_anchor_is_never_written_over_unasked(record: list[Entry], tmp_path: Path) -> None:
    file = tmp_path / "anchor.json"
    file.write_text("mine")

    assert asked("anchor", "-o", file).exit_code == 1
    assert file.read_text() == "mine"
    assert asked("anchor", "-o", file, "--force").exit_code == 0


def test_an_empty_record_has_no_anchor(own_database: Callable[[str], str], tmp_path: Path) -> None:
    own_database(EMPTY)

    assert "审计记录是空的" in str(asked("anchor", "-o", tmp_path / "a").exception)
    assert list(tmp_path.iterdir()) == []


def test_what_was_not_sealed_is_sealed_before_it_is_verified(record: list[Entry]) -> None:
    with transaction.atomic():
        deeds(2)

    assert answer()[1]["last"] == 7
    assert "已封存1条记录" in asked("seal").stdout  # that it was verified
    assert "已封存0条记录" in asked("seal").stdout


def test_the_running_office_seals_by_itself_and_once_more_at_its_end(
    record: list[Entry],
) -> None:
    with sealing(every=0.01):
        with transaction.atomic():
            deeds(1)
        for _patience in range(500):
            if last_seal()[0] == 6:
                break
            connection.close()
    assert last_seal()[0] == 6

    with sealing(every=60), transaction.atomic():
        deeds(1)
    assert last_seal()[0] == 7
