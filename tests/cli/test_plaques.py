"""``jinguo plaque``."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from jinguo.cli.plaques import plaque
from jinguo.plaques.errors import PlaqueMisread
from tests.plaques.faces import needs_song


@needs_song
@pytest.mark.parametrize("ending", ["pdf", "svg"])
def test_the_plaque_of_a_unit_is_drawn(qingliu: None, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"

    result = CliRunner().invoke(plaque, ["350423202204", "-o", str(path), "--as-of", "2017-05-23"])

    assert "清流县林畲乡石下村妇女联合会" in result.output
    assert path.stat().st_size > 1000


@needs_song
def test_a_township_goes_to_the_maker_as_one_file(qingliu: None, tmp_path: Path) -> None:
    path = tmp_path / "林畲.zip"

    result = CliRunner().invoke(plaque, ["350423202", "-o", str(path), "--as-of", "2017-07-31"])

    assert "林畲乡妇联牌子制作清单 (9)" in result.output
    assert len(zipfile.ZipFile(path).namelist()) == 2 + 9


def test_wrong_text_is_refused_and_nothing_written(qingliu: None, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"

    result = CliRunner().invoke(plaque, ["350423106204", "-o", str(path), "--text", "石下村妇联"])

    assert isinstance(result.exception, PlaqueMisread)
    assert not path.exists()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(plaque, ["350423", "-o", str(tmp_path / "a.doc")])

    assert result.exit_code == 2
    assert ".pdf" in result.output
