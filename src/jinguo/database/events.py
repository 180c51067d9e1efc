"""What the database announces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatabasePrepared:
    """The database is there with the tables of this program; work may begin."""
