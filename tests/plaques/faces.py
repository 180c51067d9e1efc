"""Machines without a Song face cannot draw plaques; where everything is required they must."""

import os

import pytest

from jinguo.plaques.errors import FontMissing
from jinguo.plaques.rules import Board
from jinguo.plaques.writers import drawn


def _draws() -> bool:
    try:
        drawn("会", "会", Board(350, 2000), "svg")
    except FontMissing:
        return False
    return True


needs_song = pytest.mark.skipif(
    not os.environ.get("REQUIRE_BROWSER") and not _draws(),
    reason="no Song face on this machine; REQUIRE_BROWSER=1 makes this a failure",
)
