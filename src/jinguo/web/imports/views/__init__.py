"""Pages of imports, one file for each step."""
