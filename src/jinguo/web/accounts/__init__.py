"""Accounts as whoever keeps them sees them: who may sign in, and as what."""
