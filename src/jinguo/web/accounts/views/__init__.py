"""Pages of keeping accounts."""
