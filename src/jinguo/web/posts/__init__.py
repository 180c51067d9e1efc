"""Posts given and taken on the page."""
