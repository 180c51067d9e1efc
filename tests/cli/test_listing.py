"""``jinguo roster export``: a file whole or not at all, never over another unasked."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jinguo.cli.roster import roster
from jinguo.cli.saving import FileThere, NoFolder, save
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

pytestmark = pytest.mark.usefixtures("linshan")

VILLAGE = "430999100201"
UNIT = "红岩镇大坪村妇联"


def jinguo(*words: object) -> Result:
    """Run ``jinguo roster …``."""
    return CliRunner().invoke(roster, [str(word) for word in words])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the roster of a unit with three members goes."""
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")))
    return tmp_path / "大坪村.xlsx"


def export(path: Path, *words: object, day: str = "2019-03-01") -> Result:
    """Export the village."""
    return jinguo("export", VILLAGE, "--as-of", day, "-o", path, *words)


def test_an_export_imports_again_without_a_change(path: Path) -> None:
    result = export(path)

    assert (result.exit_code, "3 个席位" in result.stdout) == (0, True)
    dry = jinguo("import", "--dry-run", path, "--county", "430999")
    assert "新任 0，离任 0，变更 0，不变 3" in dry.stdout


def test_a_file_that_exists_is_kept_unless_forced(path: Path) -> None:
    path.write_bytes(b"mine")

    refused = export(path)

    assert (refused.exit_code, path.read_bytes()) == (1, b"mine")
    assert isinstance(refused.exception, FileThere)
    assert export(path, "--force").exit_code == 0
    assert path.read_bytes()[:2] == b"PK"


def test_no_half_written_file_stays_behind(path: Path) -> None:
    export(path)

    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o077 == 0


def test_who_came_first_by_the_name_keeps_it(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", b"first", force=False)

    with pytest.raises(FileThere):
        save(tmp_path / "a.xlsx", b"second", force=False)

    assert (tmp_path / "a.xlsx").read_bytes() == b"first"


@pytest.mark.parametrize("place", ["nowhere/a.xlsx", "folder.xlsx"])
def test_what_is_no_place_for_a_file_is_said_so(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder.xlsx").mkdir()

    with pytest.raises(NoFolder):
        save(tmp_path / place, b"x", force=True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "430999999", "-o", "a.xlsx"], "没有代码为"),
        (["export", VILLAGE, "-o", "a.csv"], ".xlsx 结尾"),
        (["export", VILLAGE, "-o", "a.xlsx", "--contacts", "会议"], "为什么需要电话号码"),
        (["export", VILLAGE, "-o", "a.xlsx", "--as-of", "2019"], "不是日期"),
    ],
)
def test_wrong_usage_says_what_would_be_right(words: list[str], said: str) -> None:
    result = jinguo(*words)

    assert result.exit_code == 2
    assert said in result.output


def test_people_are_found_in_words_and_for_programs(path: Path) -> None:
    words, program = jinguo("find", "大坪", "zm"), jinguo("find", "zhangmei", "--json")

    assert "张梅  红岩镇大坪村妇联 主席" in words.stdout
    assert "共1人，其中在任1人" in words.stdout
    found = json.loads(program.stdout)
    assert (found["total"], found["people"][0]["name"]) == (1, "张梅")
    assert found["people"][0]["seats"][0]["post"] == "chair"


def test_nobody_found_is_exit_code_1(path: Path) -> None:
    assert jinguo("find", "无此人", "--as-of", "2019-03-01").exit_code == 1
