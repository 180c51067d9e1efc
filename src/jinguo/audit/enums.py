"""What can be wrong with the record."""

from enum import StrEnum


class Wrong(StrEnum):
    """A kind of tampering that verification tells."""

    DELETED = "deleted"
    EDITED = "edited"
    INSERTED = "inserted"
    MOVED = "moved"
    COPIED = "copied"
    SEAL_MISSING = "seal_missing"
    SEAL_ALTERED = "seal_altered"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"
    OTHER_FILE = "other_file"
