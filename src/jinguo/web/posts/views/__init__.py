"""Pages on which posts are given and taken."""
