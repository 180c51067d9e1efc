"""Papers as Word files, set as official documents are (GB/T 9704-2012)."""

from jinguo.documents.paper import Paper

__all__ = ["Paper"]
