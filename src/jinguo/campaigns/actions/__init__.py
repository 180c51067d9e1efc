"""Planning a campaign, filing a result, reviewing evidence."""

from jinguo.campaigns.actions.filing import file_result, strike_filing, unstrike_filing
from jinguo.campaigns.actions.planning import Plan, WavePlan, change_plan, plan_campaign, start
from jinguo.campaigns.actions.reviewing import review

__all__ = [
    "Plan",
    "WavePlan",
    "change_plan",
    "file_result",
    "plan_campaign",
    "review",
    "start",
    "strike_filing",
    "unstrike_filing",
]
