"""Indicators: each figure with one definition, a unit, a number and the rows behind it."""
