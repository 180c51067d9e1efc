"""Activities of a unit: what was held, where, when, with how many, shown by photos."""
