"""Rosters: drop, check, correct, apply, undo."""
