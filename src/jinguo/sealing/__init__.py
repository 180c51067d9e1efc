"""Contacts are sealed before they reach the database, and opened when they are read."""
