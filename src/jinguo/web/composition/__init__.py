"""What the composition rules say about each committee."""
