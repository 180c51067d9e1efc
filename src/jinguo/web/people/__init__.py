"""One person: who she is and the posts she held."""
