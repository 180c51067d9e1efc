"""Posts given and taken by hand: each deed is a batch that can be undone like an import."""

from jinguo.roster.actions.deciding.asked import Departure, Member, Minutes
from jinguo.roster.actions.deciding.deeds import decide, elect
from jinguo.roster.actions.deciding.proposing import Outcome, Proposal, propose

__all__ = [
    "Departure",
    "Member",
    "Minutes",
    "Outcome",
    "Proposal",
    "decide",
    "elect",
    "propose",
]
