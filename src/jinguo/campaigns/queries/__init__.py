"""Reading campaigns: the plan, the state of every unit on any day, what is to come."""
