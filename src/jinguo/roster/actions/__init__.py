"""What changes a roster: import, undo, drafts of imports."""
