"""Figures and the rows they count."""
