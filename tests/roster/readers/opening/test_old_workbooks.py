"""The container and the records of .xls files."""

import struct

import pytest
import xlwt

from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening.compound import Compound
from jinguo.roster.readers.opening.records import scan_records
from jinguo.roster.readers.opening.texts import shared_lengths
from tests.roster.readers.opening.files import GOOD_XLS, xls_records
from tests.roster.readers.workbooks import codes, read_bytes, saved


def _refused(*records: tuple[int, bytes]) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        scan_records(xls_records(*records))
    return refusal.value.code


def test_the_stream_of_a_workbook_is_found() -> None:
    compound = Compound(GOOD_XLS)
    assert "workbook" in compound.names
    assert compound.stream("workbook")[:2] == b"\x09\x08"


def test_a_chain_in_circles_is_damage_not_a_loop() -> None:
    content = bytearray(GOOD_XLS)
    fat = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    struct.pack_into("<I", content, fat, 0)
    assert codes(read_bytes(bytes(content))) == ["file_cut_off"]


def test_a_protected_workbook_is_refused() -> None:
    assert _refused((0x809, bytes(16)), (0x2F, bytes(6))) == "file_password"


def test_a_cell_far_away_is_refused() -> None:
    assert _refused((0x203, struct.pack("<HHHd", 1, 300, 0, 1.0))) == "file_too_many_cells"


def test_a_long_row_of_blanks_is_refused() -> None:
    body = struct.pack("<HHHHH", 1, 0, 0, 0, 65_000)
    assert _refused((0xBE, body)) == "file_too_many_cells"


def test_one_long_text_in_very_many_cells_is_refused() -> None:
    text = struct.pack("<II", 1, 1) + struct.pack("<HB", 8000, 0) + b"x" * 8000
    cells = [(0xFD, struct.pack("<HHHI", n, 0, 0, 0)) for n in range(20_000)]
    assert _refused((0xFC, text), *cells) == "file_too_much_text"


def test_a_cut_off_record_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        scan_records(struct.pack("<HH", 0x203, 50) + b"x")


def test_shared_texts_are_measured_over_record_borders() -> None:
    first = struct.pack("<II", 3, 3) + struct.pack("<HB", 2, 0) + b"ab"
    first += struct.pack("<HB", 4, 1) + "李梅".encode("utf-16-le")
    second = b"\x00cd" + struct.pack("<HBH", 1, 8, 1) + b"x" + bytes(4)
    assert shared_lengths([memoryview(first), memoryview(second)]) == [6, 12, 3]


def test_texts_that_cannot_be_measured_count_as_long() -> None:
    body = struct.pack("<II", 2, 2) + struct.pack("<HB", 60_000, 0) + b"ab"
    assert shared_lengths([memoryview(body)]) == [32767, 32767]


def test_errors_and_hidden_rows_are_found() -> None:
    book = xlwt.Workbook()
    book.add_sheet("空")
    sheet = book.add_sheet("执委")
    sheet.row(2).set_cell_error(1, "#REF!")
    sheet.row(2).hidden = True
    parts = scan_records(Compound(saved(book)).stream("workbook"))
    assert parts[1].replaced == {(2, 1): "#REF!"}
    assert parts[1].hidden_rows == {3}
