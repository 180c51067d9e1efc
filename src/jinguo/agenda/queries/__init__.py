"""Reading what is owed."""
