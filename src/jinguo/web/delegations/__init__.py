"""Pages of delegations: rights lent for a time."""
