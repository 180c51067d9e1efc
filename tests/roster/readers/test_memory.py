"""The process stays within 1 GB on files made to exhaust it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.roster.readers.opening.files import bomb, with_cells

LARGEST_SHEET = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="299999"><c r="Z299999"><v>1</v></c></row>'
)
READ = """
import sys
from pathlib import Path
from django.conf import settings
settings.configure(USE_I18N=False)
from jinguo.roster.readers import Vocabulary, read_roster
read_roster("x.xlsx", Path(sys.argv[1]).read_bytes(), Vocabulary())
peak = next(one for one in open("/proc/self/status") if one.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""
"""Prints its own peak in MB; ``getrusage`` would give at least that of whoever forked it."""
CASES = {
    "largest sheet": with_cells(LARGEST_SHEET),
    "bomb of 3 GB": bomb(3000),
    "50 MB of empty lines": b"\n" * (50 * 1024 * 1024),
    "50 MB of commas": b"," * (50 * 1024 * 1024),
}


@pytest.mark.parametrize("content", CASES.values(), ids=CASES)
def test_reading_takes_less_than_a_gigabyte(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 900
