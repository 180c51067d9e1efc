"""Quiet hours, weeks and caps: no database, no clock."""
