"""Roster import: files in, one batch or nothing out."""

from jinguo.roster.actions.importing.request import (
    SEPARATOR,
    ChangeLine,
    ImportRequest,
    Question,
    Report,
    cell_key,
    corrections_of,
)
from jinguo.roster.actions.importing.running import run

__all__ = [
    "SEPARATOR",
    "ChangeLine",
    "ImportRequest",
    "Question",
    "Report",
    "cell_key",
    "corrections_of",
    "run",
]
