"""Every file that is no roster gets one clear refusal."""

import pytest

from jinguo.roster.readers.opening import limits
from tests.roster.readers.opening import files
from tests.roster.readers.workbooks import codes, read_bytes

OFFICE = b'<Types><Override ContentType="application/vnd.%s.main+xml"/></Types>'
CASES = {
    "empty": (b"", "file_empty"),
    "cut off xlsx": (files.GOOD[: len(files.GOOD) // 2], "file_cut_off"),
    "xlsx without its end": (files.GOOD[:-10], "file_cut_off"),
    "cut off xls": (files.GOOD_XLS[: len(files.GOOD_XLS) // 2], "file_cut_off"),
    "start of an xls": (files.GOOD_XLS[:300], "file_cut_off"),
    "sheet cut off inside": (files.with_sheet(b"<worksheet><sheetData><row r"), "file_cut_off"),
    "bomb": (files.bomb(400), "file_bomb"),
    "bomb with a lying directory": (files.lying_bomb(400), "file_bomb"),
    "protected xlsx": (files.compound("EncryptionInfo", "EncryptedPackage"), "file_password"),
    "encrypted zip": (files.encrypted_zip(), "file_password"),
    "pdf": (b"%PDF-1.7\n", "file_pdf"),
    "old word": (files.compound("WordDocument"), "file_word"),
    "old slides": (files.compound("PowerPoint Document"), "file_slides"),
    "other compound file": (files.compound("Contents"), "file_no_table"),
    "rich text": (b"{\\rtf1 x}", "file_word"),
    "docx": (files.zip_of({"[Content_Types].xml": OFFICE % b"wordprocessingml"}), "file_word"),
    "pptx": (files.zip_of({"[Content_Types].xml": OFFICE % b"presentationml"}), "file_slides"),
    "xlsb": (files.zip_of({"xl/workbook.bin": b""}), "file_other_workbook"),
    "ods": (
        files.zip_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "file_other_workbook",
    ),
    "odt": (files.zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"}), "file_word"),
    "zip": (files.zip_of({"a.txt": b"x"}), "file_archive"),
    "rar": (b"Rar!\x1a\x07\x00x", "file_archive"),
    "7z": (b"7z\xbc\xaf\x27\x1cx", "file_archive"),
    "html as xls": (b"<html><table><tr><td>x</td></tr></table></html>", "file_web_page"),
    "html with mark": ("\ufeff<!DOCTYPE html><html>".encode(), "file_web_page"),
    "html in utf-16": ("<html><body>".encode("utf-16"), "file_web_page"),
    "xml spreadsheet": (b'<?xml version="1.0"?><Workbook/>', "file_web_page"),
    "binary as csv": (bytes(range(256)) * 4, "file_no_table"),
    "no encoding": (b"\x80\xff,\xfe\x80\n", "file_no_table"),
    "only charts": (files.chart_only(), "file_no_sheet"),
    "entities": (
        files.with_sheet(b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
        "file_dangerous",
    ),
    "xml in utf-16": (files.with_sheet("<worksheet/>".encode("utf-16")), "file_dangerous"),
}


@pytest.mark.parametrize(("content", "code"), CASES.values(), ids=CASES)
def test_it_is_refused_in_words(content: bytes, code: str) -> None:
    file = read_bytes(content)
    assert file.sheets == []
    assert codes(file)[-1] == code
    assert all(len(problem.message) > 20 for problem in file.problems)


@pytest.mark.parametrize("kind", files.PICTURES)
def test_a_picture_is_refused_by_its_kind(kind: str) -> None:
    file = read_bytes(files.PICTURES[kind])
    assert codes(file) == ["file_picture"]
    assert kind in file.problems[0].message


def test_a_file_of_200_megabytes_is_refused_unread() -> None:
    file = read_bytes(bytes(200 * 1024 * 1024))
    assert codes(file) == ["file_too_large"]
    assert "200" in file.problems[0].message


def test_a_file_of_just_the_largest_size_is_looked_at() -> None:
    assert codes(read_bytes(bytes(limits.FILE_BYTES))) == ["file_no_table"]


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="A900000"><v>1</v></c></row>',
        '<row r="1"><c r="ZZ1"><v>1</v></c></row>',
        "<row r='1'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="1"><c\tr = "XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c s="0" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="&#88;FD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="1">' + "<c><v>1</v></c>" * 300 + "</row>",
        '<row r="1"><c r="IV1"><v>1</v></c></row><row r="40000"><c r="A40000"><v>1</v></c></row>',
    ],
)
def test_a_stray_cell_far_away_is_refused(cells: str) -> None:
    assert codes(read_bytes(files.with_cells(cells))) == ["file_too_many_cells"]


def test_a_stray_cell_under_a_prefixed_name_is_refused() -> None:
    cells = '<x:row r="1"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    content = files.with_cells(cells, head="<worksheet xmlns='x' xmlns:x='x'>")
    assert codes(read_bytes(content)) == ["file_too_many_cells"]


def test_one_long_text_in_a_million_cells_is_refused() -> None:
    rows = (
        "".join(f'<c r="{letter}{n}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
        for n in range(1, 10_000)
    )
    cells = "".join(f"<row>{row}</row>" for row in rows)
    parts = files.parts_of(files.with_cells(cells))
    text = "<sst><si><t>" + "x" * 30_000 + "</t></si></sst>"
    content = files.zip_of({**parts, "xl/sharedStrings.xml": text.encode()})
    assert codes(read_bytes(content)) == ["file_too_much_text"]
