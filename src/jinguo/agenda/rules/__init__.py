"""What is owed, and by when: no database, no clock."""
