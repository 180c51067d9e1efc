import io

import xlsxwriter

from jinguo.roster.readers.opening.archive import Archive
from jinguo.roster.readers.opening.extent import Extent, is_odd
from jinguo.roster.readers.opening.scan import scan_parts
from jinguo.roster.readers.opening.shared import SharedTexts
from tests.roster.readers.opening.files import with_cells
from tests.roster.readers.workbooks import codes, person, read_bytes, roster, xlsx


def _broken_workbook() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("空")
    sheet = book.add_worksheet("执委")
    for at, row in enumerate(roster(person())):
        sheet.write_row(at, 0, row)
    sheet.write_formula("F4", "=X1", None, "#REF!")
    sheet.write_formula("L4", "=1/0", None, "#DIV/0!")
    sheet.write_formula("N4", '="备"&"注"', None, "备注")
    book.close()
    return file.getvalue()


def test_error_cells_are_seen_where_they_stand() -> None:
    parts = scan_parts(Archive(_broken_workbook()))
    assert parts[1].replaced == {(3, 5): "#REF!", (3, 11): "#DIV/0!"}


def test_error_cells_are_refused_and_formulas_give_their_result() -> None:
    file = read_bytes(_broken_workbook())
    faults = [(p.fault.code, p.cell, p.value) for p in file.problems if p.severity == "refuse"]
    assert faults == [("cell_error", "F4", "#REF!"), ("cell_error", "L4", "#DIV/0!")]
    assert file.sheets[0].rows[0].remark == "备注"


def test_an_ordinary_sheet_is_not_read_tag_by_tag() -> None:
    assert not is_odd(b'<cols><col min="1"/></cols><row r="1"><c r="Z299999" t="s"><v>1</v></c>')
    assert is_odd(b'<c r="AA1">')
    assert is_odd(b'<c r="A300000">')
    assert is_odd(b"<c>")


def test_the_extent_is_found_however_cells_are_named() -> None:
    usual, odd = Extent(), Extent()
    usual.add(b'<row r="7"><c r="B7"/><c r="AC9"/></row>')
    odd.add(b"<row r='7'><c/><c s='1' r=\"C9\"/><c/></row><row><c/></row>")
    assert (usual.rows, usual.columns, usual.cells) == (9, 29, 2)
    assert (odd.rows, odd.columns, odd.cells) == (10, 4, 4)


def test_wide_sheets_are_read() -> None:
    row = "".join(f'<c r="{c}1" t="inlineStr"><is><t>{c}</t></is></c>' for c in ("A", "AB", "IV"))
    assert codes(read_bytes(with_cells(f'<row r="1">{row}</row>'))) == ["no_roster"]


def test_shared_texts_are_weighed_without_their_markup() -> None:
    texts = SharedTexts()
    texts.read([b"<sst><si><t>", b"abc</t></si><si>" + b"<r><b/></r>" * 40 + b"<t>x</t></si>"])
    assert texts.longest < 30
    assert texts.shown_in(b'<c t="s"><v>1</v></c><c><v>19900000001</v></c>') == 1


def test_a_part_in_many_chunks_is_scanned_like_one() -> None:
    rows = roster(*(person(name="李梅", remark="x" * 100) for _ in range(3000)))
    assert len(read_bytes(xlsx(rows)).sheets[0].rows) == 3000
