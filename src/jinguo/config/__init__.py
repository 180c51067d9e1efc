"""The composition root: settings, addresses, the server's entry point."""
