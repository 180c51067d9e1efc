"""Recording that a plaque hangs, and saying how plaques are to be."""

from jinguo.plaques.actions.hanging import amend, hang, strike, unstrike
from jinguo.plaques.actions.specifying import (
    Stated,
    state_specification,
    withdraw_specification,
)

__all__ = [
    "Stated",
    "amend",
    "hang",
    "state_specification",
    "strike",
    "unstrike",
    "withdraw_specification",
]
