"""Campaigns: the plan, the gates that the records close, evidence and supervision."""
