"""Pure rules: names and codes of places, and which of two lists are the same places."""
