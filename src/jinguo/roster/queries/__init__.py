"""Reading rosters: committees, people, composition, batches."""
