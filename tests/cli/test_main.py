"""The command as a whole: what is wrong is a sentence, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from jinguo.cli.divisions import divisions
from jinguo.cli.keeping import migrate


@pytest.mark.parametrize("words", [("doctor",), ("account", "list")])
@pytest.mark.parametrize(("language", "word"), [("zh-hans", "文件夹"), ("en", "The folder")])
def test_a_home_that_is_a_file_is_told_in_words(
    tmp_path: Path, language: str, word: str, words: tuple[str, ...]
) -> None:
    file = tmp_path / "home"
    file.write_text("not a folder")
    environment = {
        **{name: text for name, text in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "jinguo.config.settings",
        "JINGUO_HOME": str(file),
        "JINGUO_LANGUAGE": language,
    }
    del environment["JINGUO_SECRET_KEY"]

    done = subprocess.run(
        [sys.executable, "-m", "jinguo", *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(file) in done.stdout + done.stderr
    assert word in done.stdout + done.stderr


@pytest.mark.django_db
def test_what_the_doctor_says_about_waiting_changes_can_be_done() -> None:
    done = CliRunner().invoke(migrate)

    assert done.exit_code == 0
    assert done.output


def test_days_in_the_wrong_order_are_wrong_usage() -> None:
    result = CliRunner().invoke(
        divisions, ["changes", "350423", "--from", "2020-01-01", "--to", "2018-01-01"]
    )

    assert result.exit_code == 2
    assert "2020-01-01" in result.output
    assert "2018-01-01" in result.output
