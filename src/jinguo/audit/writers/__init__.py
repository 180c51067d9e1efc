"""Writing entries out of the record."""
