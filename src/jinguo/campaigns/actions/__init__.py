"""Planning a campaign, filing a result, reviewing, supervising, taking the weekly sheet."""

from jinguo.campaigns.actions.filing import file_result, strike_filing, unstrike_filing
from jinguo.campaigns.actions.mending import (
    close_finding,
    put_finding_back,
    report_mended,
    send_back,
    withdraw_finding,
)
from jinguo.campaigns.actions.planning import Plan, WavePlan, change_plan, plan_campaign, start
from jinguo.campaigns.actions.reviewing import review
from jinguo.campaigns.actions.taking import take_weekly
from jinguo.campaigns.actions.visiting import (
    Found,
    VisitNote,
    add_finding,
    amend_visit,
    record_visit,
    strike_visit,
    unstrike_visit,
)

__all__ = [
    "Found",
    "Plan",
    "VisitNote",
    "WavePlan",
    "add_finding",
    "amend_visit",
    "change_plan",
    "close_finding",
    "file_result",
    "plan_campaign",
    "put_finding_back",
    "record_visit",
    "report_mended",
    "review",
    "send_back",
    "start",
    "strike_filing",
    "strike_visit",
    "take_weekly",
    "unstrike_filing",
    "unstrike_visit",
    "withdraw_finding",
]
