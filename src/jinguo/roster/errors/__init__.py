"""What can be wrong with a roster, each fault with its reason and what would be right."""

from jinguo.roster.errors.problem import Fault, Problem
from jinguo.roster.errors.refusals import (
    AboveCounties,
    BatchUndone,
    BatchUnknown,
    CountyForbidden,
    DayMissing,
    DraftRefused,
    LaterEdits,
)

__all__ = [
    "AboveCounties",
    "BatchUndone",
    "BatchUnknown",
    "CountyForbidden",
    "DayMissing",
    "DraftRefused",
    "Fault",
    "LaterEdits",
    "Problem",
]
