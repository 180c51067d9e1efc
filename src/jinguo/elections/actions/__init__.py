"""What can be done to a congress: each deed locks it, is refused in words, leaves an entry."""
