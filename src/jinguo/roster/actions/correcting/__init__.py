"""Correcting what is known of a person: a batch that can be undone like an import."""

from jinguo.roster.actions.correcting.deed import Outcome, Theirs, correct, theirs

__all__ = ["Outcome", "Theirs", "correct", "theirs"]
