"""How many a group holds."""

from django.utils.translation import gettext as _

MOST = 500
"""Accounts in one WeChat group at most, by the rule of WeChat."""


def wrong_count(members: int | None) -> str:
    """Why a group cannot have so many members; empty where it can, or nobody counted."""
    if members is None or 1 <= members <= MOST:
        return ""
    if members < 1:
        return _("A group has at least one member. Leave it empty where nobody has counted.")
    return _("A WeChat group holds at most %(most)d. Register the second group on its own.") % {
        "most": MOST
    }
