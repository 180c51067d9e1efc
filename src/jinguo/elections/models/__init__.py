"""Congresses with their delegates, candidates, votes and counts; the rules they follow."""

from jinguo.elections.models.rules import ElectionRule, ElectionRuleSet

__all__ = ["ElectionRule", "ElectionRuleSet"]
