"""Reading entries that were moved out of the record."""
