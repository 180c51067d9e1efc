"""Notices: what was said to whom, once; when nobody is disturbed, and how much a week may ask."""
