"""Planning a campaign, filing a result, reviewing, supervising, taking the weekly sheet."""

from jinguo.campaigns.actions.filing import file_result, strike_filing, unstrike_filing
from jinguo.campaigns.actions.mending import (
    amend_finding,
    close_finding,
    put_finding_back,
    report_mended,
    send_back,
    withdraw_finding,
)
from jinguo.campaigns.actions.papers import hand_in, strike_paper, unstrike_paper
from jinguo.campaigns.actions.planning import change_plan, plan_campaign, start
from jinguo.campaigns.actions.preview import preview_change
from jinguo.campaigns.actions.reviewing import review
from jinguo.campaigns.actions.sampling import draw_sample
from jinguo.campaigns.actions.taking import take_follow_up, take_weekly
from jinguo.campaigns.actions.visiting import (
    Found,
    VisitNote,
    add_finding,
    amend_visit,
    record_visit,
    strike_visit,
    unstrike_visit,
)
from jinguo.campaigns.rules.plans import Plan, StepPlan, SupervisorPlan, WavePlan

__all__ = [
    "Found",
    "Plan",
    "StepPlan",
    "SupervisorPlan",
    "VisitNote",
    "WavePlan",
    "add_finding",
    "amend_finding",
    "amend_visit",
    "change_plan",
    "close_finding",
    "draw_sample",
    "file_result",
    "hand_in",
    "plan_campaign",
    "preview_change",
    "put_finding_back",
    "record_visit",
    "report_mended",
    "review",
    "send_back",
    "start",
    "strike_filing",
    "strike_paper",
    "strike_visit",
    "take_follow_up",
    "take_weekly",
    "unstrike_filing",
    "unstrike_paper",
    "unstrike_visit",
    "withdraw_finding",
]
