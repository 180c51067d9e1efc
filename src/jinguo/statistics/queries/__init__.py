"""Figures for any unit and day, drilled down, and the rows behind them."""

from jinguo.statistics.queries.figures import (
    Figures,
    LevelFigures,
    UnitFigures,
    breakdown,
    figures,
)
from jinguo.statistics.queries.rows import FederationRow, Row, RowPage, all_rows, rows

__all__ = [
    "FederationRow",
    "Figures",
    "LevelFigures",
    "Row",
    "RowPage",
    "UnitFigures",
    "all_rows",
    "breakdown",
    "figures",
    "rows",
]
