"""Qingliu's own lists of divisions."""

from pathlib import Path

import jinguo.cli

DATA = Path(jinguo.cli.__file__).parent / "demo_data" / "divisions"


def vintages() -> list[tuple[str, bytes]]:
    """The files of the demo."""
    return [(path.name, path.read_bytes()) for path in sorted(DATA.glob("*.csv"))]
