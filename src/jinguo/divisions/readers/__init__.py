"""Reading division lists from CSV, streamed."""

from jinguo.divisions.readers.opening import ListFile
from jinguo.divisions.readers.rows import Row, read_all, rows

__all__ = ["ListFile", "Row", "read_all", "rows"]
