"""Reminding, and saying how units are reminded."""
