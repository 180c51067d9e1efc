"""What Word knows of Chinese typesetting and its library has no words for."""

from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

LINE_PITCH = 579
"""Twentieths of a point: 225 mm in 22 lines."""

CHARACTER = -844
"""By how much of 1/4096 point a character of 16 points is narrowed: 28 of them in 156 mm."""


def face(element: Any, name: str) -> None:
    """Set a font for Chinese and for Latin text alike."""
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), name)


def count_characters(section: Section) -> None:
    """A grid of 22 lines and 28 characters."""
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(LINE_PITCH))
    grid.set(qn("w:charSpace"), str(CHARACTER))


def page_number(line: Paragraph, font: str, size: Pt) -> None:
    """— 1 —, as the page knows its number."""
    for text, field in (("— ", ""), ("", "PAGE"), (" —", "")):
        run = line.add_run(text)
        run.font.size = size
        face(run._element, font)
        if field:
            for kind in ("begin", "instr", "end"):
                run._element.append(_field(kind, field))


def _field(kind: str, name: str) -> Any:
    if kind == "instr":
        text = OxmlElement("w:instrText")
        text.text = name
        return text
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def spread(row: _Row, *, repeated: bool, height: Length) -> None:
    """A row that stays whole; the head comes again on every page."""
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def shade(cell: _Cell) -> None:
    """A light ground for the head of a table."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F2F2F2")):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)
