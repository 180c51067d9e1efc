"""One's own account: who one is here, password, where one is signed in."""
