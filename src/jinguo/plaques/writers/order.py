"""The list of plaques for their maker, and everything she needs in one file."""

import io
import zipfile
from collections.abc import Sequence

import xlsxwriter
from django.utils.translation import gettext as _

from jinguo.plaques.models import PlaqueSpecification
from jinguo.plaques.queries import Ordered, board_of
from jinguo.plaques.rules import size_of
from jinguo.plaques.writers.drawing import drawn_each, drawn_together


def order_list(head: Sequence[str], lines: Sequence[Ordered], by: PlaqueSpecification) -> bytes:
    """An .xlsx with a line a plaque: unit, text, size, count, and what all have in common."""
    board = board_of(by)
    size = f"{board.width} × {board.height}"
    titles = (_("No."), _("Code"), _("Unit"), _("Text of the plaque"), _("Size in mm (w × h)"),
              _("Character in mm"), _("Count"))  # fmt: skip
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet(_("Plaques to make"))
        strong = book.add_format({"bold": True})
        first = [*head, *_common(by)]
        for number, text in enumerate(first):
            sheet.write_string(number, 0, text, None if number else strong)
        sheet.write_row(len(first), 0, titles, strong)
        for number, line in enumerate(lines, 1):
            row = (line.unit.code, line.unit.name, line.text, size, size_of(board, line.text), 1)
            sheet.write_row(len(first) + number, 0, (number, *row))
        end = len(first) + len(lines) + 1
        sheet.write_string(end, 2, _("Together"), strong)
        sheet.write_number(end, 6, len(lines), strong)
        for column, width in enumerate((6, 15, 18, 44, 18, 12, 8)):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(len(first) + 1, 0)
        sheet.fit_to_pages(1, 0)
        sheet.set_landscape()
    return content.getvalue()


def bundle(head: Sequence[str], lines: Sequence[Ordered], by: PlaqueSpecification) -> bytes:
    """A ZIP: the list, one PDF with a page for each plaque, and an SVG of each."""
    board, texts = board_of(by), [one.text for one in lines]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as kept:
        kept.writestr(f"{_('Plaques to make')}.xlsx", order_list(head, lines, by))
        kept.writestr(f"{_('All plaques')}.pdf", drawn_together(texts, board))
        for number, (text, svg) in enumerate(zip(texts, drawn_each(texts, board), strict=True), 1):
            kept.writestr(f"SVG/{number:03d} {text}.svg", svg)
    return content.getvalue()


def _common(by: PlaqueSpecification) -> list[str]:
    colours = _("Ground %(ground)s, characters %(ink)s") % {"ground": by.ground, "ink": by.ink}
    if by.border_mm:
        colours += _(", border %(border)d mm %(colour)s") % {
            "border": by.border_mm,
            "colour": by.border_colour,
        }
    checked = _("verified") if by.verified else _("not yet verified")
    return [
        f"{by.get_direction_display()} · {by.get_typeface_display()} · {colours}",
        _("By: %(source)s (%(checked)s)") % {"source": by.source, "checked": checked},
    ]
