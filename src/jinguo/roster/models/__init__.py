"""Terms, posts, appointments, composition rules, and the batches that brought them."""

from jinguo.roster.models.appointments import Appointment, Term
from jinguo.roster.models.batches import (
    Batch,
    BatchFile,
    Change,
    Draft,
    DraftFile,
    ListDay,
)
from jinguo.roster.models.composition import Category, Rule, RuleSet

__all__ = [
    "Appointment",
    "Batch",
    "BatchFile",
    "Category",
    "Change",
    "Draft",
    "DraftFile",
    "ListDay",
    "Rule",
    "RuleSet",
    "Term",
]
