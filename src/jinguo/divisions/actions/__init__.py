"""Loading lists of divisions, and deciding what the lists leave open."""

from jinguo.divisions.actions.deciding import decide
from jinguo.divisions.actions.loading import LoadReport, load_lists

__all__ = ["LoadReport", "decide", "load_lists"]
