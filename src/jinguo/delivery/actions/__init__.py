"""Sending notices, seeing them, and saying how units are reminded."""
