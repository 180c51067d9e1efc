"""The weekly progress sheet as a Word file in the measures of GB/T 9704-2012."""

from jinguo.campaigns.writers.form import HEADS, Cell, Form
from jinguo.documents import Paper

_WIDTHS = (3.4, 1.6, 1.6, 1.9, 1.6, 1.5, 1.5, 1.9, 1.9, 1.9, 1.9, 2.2)


def weekly_word(form: Form) -> bytes:
    """A sheet across the page: title, week, summary, table, notes."""
    paper = Paper(landscape=True, made_on=form.taken_at.date())
    paper.title(form.title, f"周进度表（{form.week}）")
    paper.text(form.summary)
    paper.table(HEADS, [[_text(cell) for cell in row] for row in form.rows], _WIDTHS)
    for line in form.notes:
        paper.note(line)
    return paper.content()


def _text(cell: Cell) -> str:
    if cell is None:
        return "—"
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)
