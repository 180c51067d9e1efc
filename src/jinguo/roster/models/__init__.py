"""Posts, appointments, composition rules, and the batches that brought them."""

from jinguo.roster.models.appointments import Appointment
from jinguo.roster.models.batches import (
    Batch,
    BatchFile,
    Change,
    Draft,
    DraftFile,
    ListDay,
)
from jinguo.roster.models.composition import Category, Rule, RuleSet
from jinguo.roster.models.decisions import Decision, Meeting
from jinguo.roster.models.twins import TwoWomen

__all__ = [
    "Appointment",
    "Batch",
    "BatchFile",
    "Category",
    "Change",
    "Decision",
    "Draft",
    "DraftFile",
    "ListDay",
    "Meeting",
    "Rule",
    "RuleSet",
    "TwoWomen",
]
