"""Pure rules of rosters: which unit a text means, who is who, what a committee needs."""
