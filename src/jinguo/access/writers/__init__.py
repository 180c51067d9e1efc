"""Papers about what is held of somebody."""
