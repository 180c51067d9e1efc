"""What make and the continuous check do on machines that are not clean."""

import subprocess
from pathlib import Path

from tests.repository.messages import SOURCE

ROOT = SOURCE.parents[1]


def test_an_environment_that_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    command = ["make", "--dry-run", "install", f"VENV={tmp_path}", "PYTHON=python3.11"]

    half = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (tmp_path / "bin" / "pip").touch()
    whole = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert f"python3.11 -m venv --clear {tmp_path}" in half
    assert "-m venv" not in whole


def test_the_check_reads_its_lists_to_the_end() -> None:
    """With pipefail a reader that leaves early makes the whole pipe fail."""
    assert "grep -q" not in (ROOT / ".ci" / "run").read_text()
