"""The drawing for the maker: true size, one character below the other, the right text only."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.plaques.errors import PlaqueMisread
from jinguo.plaques.rules import HEIGHT, LARGEST, WIDTH, size_of
from jinguo.plaques.writers import drawn
from tests.plaques.faces import needs_song

TEXT = "清流县林畲乡石下村妇女联合会"


@needs_song
def test_the_pdf_has_the_size_of_the_board() -> None:
    content = drawn(TEXT, TEXT, "pdf")

    points = [float(one) for one in re.findall(rb"MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", content)[0]]
    assert content.startswith(b"%PDF")
    assert [round(one / 72 * 25.4) for one in points] == [WIDTH, HEIGHT]


@needs_song
def test_the_svg_is_one_board_without_script() -> None:
    content = drawn(TEXT, TEXT, "svg").decode()

    assert content.startswith("<svg")
    assert "<script" not in content


def test_another_text_is_refused() -> None:
    with pytest.raises(PlaqueMisread) as refusal:
        drawn("石下村妇联", TEXT, "pdf")

    assert TEXT in str(refusal.value)


@given(st.integers(4, 60))
def test_the_characters_stay_on_the_board(count: int) -> None:
    size = size_of("会" * count)

    assert size <= LARGEST < WIDTH
    assert size * 1.12 * count <= HEIGHT
