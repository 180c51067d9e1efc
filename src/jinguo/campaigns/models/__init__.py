"""A campaign: its plan, whom it asks, what was filed, what the level above said of the evidence.

Whether a gate is closed or a step done is nowhere stored: it follows from the records
(``queries.status``, ``queries.steps``).
"""

from jinguo.campaigns.models.evidence import Filing, Review
from jinguo.campaigns.models.plan import Campaign, Target, Wave
from jinguo.campaigns.models.standard import CampaignStep, StepDue, StepPaper
from jinguo.campaigns.models.supervisors import Supervisor
from jinguo.campaigns.models.visits import Finding, FindingStep, Pick, Sample, Visit, VisitPhoto

__all__ = [
    "Campaign",
    "CampaignStep",
    "Filing",
    "Finding",
    "FindingStep",
    "Pick",
    "Review",
    "Sample",
    "StepDue",
    "StepPaper",
    "Supervisor",
    "Target",
    "Visit",
    "VisitPhoto",
    "Wave",
]
