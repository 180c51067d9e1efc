"""First steps of an empty office."""
