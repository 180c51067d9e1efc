"""Timings as ratios from one run, each ending in a check of what was computed."""
