"""Pages of congresses: one step of an election a screen, for the phone first."""
