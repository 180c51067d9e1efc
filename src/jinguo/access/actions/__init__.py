"""Giving and taking roles."""

from jinguo.access.actions.roles import assign, follow, revoke

__all__ = ["assign", "follow", "revoke"]
