"""What units put on record of what they have and do; struck out with a reason, never deleted."""
