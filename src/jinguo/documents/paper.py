"""A Word document in the measures of GB/T 9704-2012.

A4; the text block of 156 × 225 mm lies 37 mm below the top and 28 mm from the binding side, with
22 lines of 28 characters. Body 3号仿宋, title 2号小标宋, levels 黑体 and 楷体, page number 4号宋体
between dashes on the outer side.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from jinguo.documents.setting import count_characters, face, page_number, shade, spread

TITLE, BODY, TABLE, NOTE = Pt(22), Pt(16), Pt(12), Pt(14)
LINE = Pt(29)
"""225 mm in 22 lines."""

SONG, FANGSONG, HEI, KAI, TITLE_FACE = "宋体", "仿宋", "黑体", "楷体", "方正小标宋简体"


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, *, landscape: bool = False, made_on: date) -> None:
        self._document = Document()
        self.width = 156.0
        self._set_properties(made_on)
        self._set_page(landscape)
        style = self._document.styles["Normal"]
        face(style.element, FANGSONG)
        style.font.size = BODY

    def _set_properties(self, made_on: date) -> None:
        about = self._document.core_properties
        about.author, about.comments, about.language = "", "", "zh-CN"
        about.created = about.modified = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001  the format keeps no zone

    def _set_page(self, landscape: bool) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
            section.top_margin, section.bottom_margin = Mm(28), Mm(26)
            section.left_margin, section.right_margin = Mm(35), Mm(37)
            self.width = 225.0
        section.footer_distance = Mm(22)
        count_characters(section)
        self._document.settings.odd_and_even_pages_header_footer = True
        for footer, side in (
            (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
            (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
        ):
            line = footer.paragraphs[0]
            line.alignment = side
            page_number(line, SONG, NOTE)

    def title(self, *lines: str) -> None:
        """The title, a line of its own for each text, with an empty line below."""
        for text in lines:
            self._line(text, TITLE_FACE, TITLE, WD_ALIGN_PARAGRAPH.CENTER)
        self._line("", FANGSONG, BODY, WD_ALIGN_PARAGRAPH.LEFT)

    def heading(self, text: str) -> None:
        """A heading of the first level (一、…)."""
        self._line(text, HEI, BODY, WD_ALIGN_PARAGRAPH.LEFT, indent=True)

    def text(self, text: str) -> None:
        """A paragraph of the body, its first line two characters in."""
        self._line(text, FANGSONG, BODY, WD_ALIGN_PARAGRAPH.JUSTIFY, indent=True)

    def note(self, text: str) -> None:
        """A smaller line, as below a table."""
        self._line(text, KAI, TABLE, WD_ALIGN_PARAGRAPH.LEFT)

    def closing(self, *lines: str) -> None:
        """Who and when, to the right, four characters in."""
        for text in lines:
            line = self._line(text, FANGSONG, BODY, WD_ALIGN_PARAGRAPH.RIGHT)
            line.paragraph_format.right_indent = Pt(64)

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        tall: bool = False,
    ) -> None:
        """A table over the width of the text block; ``widths`` are shares of it.

        The head is repeated on every page and no row is broken over two.
        """
        table = self._document.add_table(rows=0, cols=len(heads))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        whole = sum(widths)
        for column, share in zip(table.columns, widths, strict=True):
            column.width = Mm(self.width * share / whole)
        for at, texts in enumerate([heads, *rows]):
            row = table.add_row()
            spread(row, repeated=at == 0, height=Mm(11 if tall else 8))
            for cell, text, share in zip(row.cells, texts, widths, strict=True):
                cell.width = Mm(self.width * share / whole)
                self._fill(cell.paragraphs[0], text, HEI if at == 0 else FANGSONG)
                if at == 0:
                    shade(cell)

    def _fill(self, line: Paragraph, text: str, font: str) -> None:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(line, text, font, TABLE)

    def _line(
        self, text: str, font: str, size: Pt, side: WD_ALIGN_PARAGRAPH, *, indent: bool = False
    ) -> Paragraph:
        line = self._document.add_paragraph()
        line.alignment = side
        form = line.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = LINE
        if indent:
            form.first_line_indent = Pt(2 * size.pt)
        _run(line, text, font, size)
        return line

    def content(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()


def _run(line: Paragraph, text: str, font: str, size: Pt) -> Run:
    run = line.add_run(text)
    run.font.size = size
    face(run._element, font)
    return run
