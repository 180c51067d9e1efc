"""The database: an embedded PostgreSQL with its supervisor, or the one DATABASE_URL names.

Importing this package, or asking for the settings, never starts anything.
"""
