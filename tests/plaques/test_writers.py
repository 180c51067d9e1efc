"""The drawing for the maker: true size, one character after the other, the right text only."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.divisions.queries import place
from jinguo.plaques.enums import Direction, Typeface
from jinguo.plaques.errors import CharacterMissing, FontMissing, PlaqueMisread, TextTooLong
from jinguo.plaques.queries import board_of, ordered, specification
from jinguo.plaques.rules import Board, size_of
from jinguo.plaques.writers import bundle, check_drawable, drawn, drawn_together
from jinguo.plaques.writers.faces import FACES, faces_of
from tests.factories.deeds import TODAY
from tests.plaques.faces import needs_song

DAY = date(2017, 7, 31)
TEXT = "清流县林畲乡石下村妇女联合会"
BOARD = Board(350, 2000)
ACROSS = Board(2400, 400, Direction.HORIZONTAL, ground="#b5123e", ink="#ffd700", border=10)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The pages of a PDF, in millimetres."""
    boxes = re.findall(rb"MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in boxes]


@needs_song
@pytest.mark.parametrize("board", [BOARD, ACROSS])
def test_the_pdf_has_the_size_of_the_board(board: Board) -> None:
    content = drawn(TEXT, TEXT, board, "pdf")

    assert content.startswith(b"%PDF")
    assert sizes(content) == [(board.width, board.height)]


@needs_song
def test_the_svg_is_one_board_with_every_character_without_script() -> None:
    content = drawn(TEXT, TEXT, BOARD, "svg").decode()

    assert content.startswith("<svg")
    assert content.count("<use ") == len(TEXT)
    assert "<script" not in content


@needs_song
def test_across_the_characters_stand_side_by_side_in_their_colours() -> None:
    content = drawn(TEXT, TEXT, ACROSS, "svg").decode()

    lines = {one[1] for one in re.findall(r"matrix\(1 0 0 -1 ([\d.]+) ([\d.]+)\)", content)}
    assert "#ffd700" in content
    assert "#b5123e" in content
    assert "stroke" in content
    assert max(map(float, lines)) - min(map(float, lines)) < 100


def test_another_text_is_refused() -> None:
    with pytest.raises(PlaqueMisread) as refusal:
        drawn("石下村妇联", TEXT, BOARD, "pdf")

    assert TEXT in str(refusal.value)


@needs_song
@pytest.mark.parametrize("rare", ["㙘", "𠮷", "畲", "畬"])
def test_a_rare_character_that_the_face_has_is_drawn(rare: str) -> None:
    text = f"清流县{rare}村妇女联合会"

    assert drawn(text, text, BOARD, "svg").decode().count("<use ") == len(text)


@needs_song
@pytest.mark.parametrize("missing", ["\ue000", "\U000e1234"])
def test_a_character_that_no_face_has_is_refused_in_words(missing: str) -> None:
    text = f"清流县{missing}村妇女联合会"

    with pytest.raises(CharacterMissing) as refusal:
        drawn(text, text, BOARD, "pdf")

    assert missing in str(refusal.value)
    assert "宋体" in str(refusal.value)


def test_a_class_of_which_the_machine_has_no_face_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(FACES, Typeface.KAI, ("没有的楷体",))
    faces_of.cache_clear()

    with pytest.raises(FontMissing) as refusal:
        check_drawable(TEXT, Board(350, 2000, typeface=Typeface.KAI))

    assert "没有的楷体" in str(refusal.value)
    faces_of.cache_clear()


@needs_song
def test_a_text_too_long_to_be_read_is_refused_in_words() -> None:
    with pytest.raises(TextTooLong):
        drawn("会" * 60, "会" * 60, BOARD, "pdf")


@given(
    st.integers(1, 60),
    st.sampled_from([BOARD, ACROSS, Board(300, 300), Board(200, 1500, border=20)]),
)
def test_the_characters_stay_on_the_board(count: int, board: Board) -> None:
    size = size_of(board, "会" * count)

    assert 0 < size < board.across - 2 * board.border
    assert size * (count + 0.12 * (count - 1)) <= board.along - 2 * board.border


@needs_song
def test_the_longest_of_the_132_is_read_from_the_street(qingliu: None) -> None:
    held = specification(None, DAY)
    lines = ordered(place("350423", DAY), DAY, held)
    longest = max((one.text for one in lines), key=len)

    assert len(lines) == 133
    assert len(longest) == 15
    assert size_of(board_of(held), longest) == 105.5
    assert len(sizes(drawn_together([one.text for one in lines], board_of(held)))) == 133


@needs_song
def test_the_maker_gets_a_list_one_pdf_and_an_svg_of_each(qingliu: None) -> None:
    held = specification(None, TODAY)
    lines = ordered(place("350423106", TODAY), TODAY, held)

    kept = zipfile.ZipFile(io.BytesIO(bundle(["林畲镇妇联牌子制作清单"], lines, held)))

    names = kept.namelist()
    rows = list(openpyxl.load_workbook(io.BytesIO(kept.read(names[0]))).worksheets[0].values)
    table = [row for row in rows if isinstance(row[0], int)]
    assert len(names) == 2 + len(lines)
    assert sizes(kept.read(names[1])) == [(350, 2000)] * len(lines)
    assert [row[3] for row in table] == [one.text for one in lines]
    assert {(row[4], row[6]) for row in table} == {("350 × 2000", 1)}
    assert rows[-1][6] == len(lines)
    assert any("尚未核实" in str(row[0]) or "未核实" in str(row[0]) for row in rows[:4])
