"""The record of deeds: the whole of it for auditors, and of one object for whoever may see it."""
