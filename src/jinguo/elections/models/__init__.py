"""Congresses with their delegates, candidates, votes and counts; the rules they follow."""

from jinguo.elections.models.candidates import Candidate
from jinguo.elections.models.congresses import Congress, Delegate, Group, Scrutineer
from jinguo.elections.models.rules import ElectionRule, ElectionRuleSet
from jinguo.elections.models.votes import Mark, Nominee, Round, Sheet

__all__ = [
    "Candidate",
    "Congress",
    "Delegate",
    "ElectionRule",
    "ElectionRuleSet",
    "Group",
    "Mark",
    "Nominee",
    "Round",
    "Scrutineer",
    "Sheet",
]
