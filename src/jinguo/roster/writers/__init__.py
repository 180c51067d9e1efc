"""Writing roster workbooks in the layout that ``readers`` read: what is written reads as itself."""

from jinguo.roster.writers.layout import Section, SheetText
from jinguo.roster.writers.workbook import workbook

__all__ = ["Section", "SheetText", "workbook"]
