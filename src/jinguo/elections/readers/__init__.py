"""Reading count files of other programs."""

from jinguo.elections.readers.count_file import CountFile, read_count
from jinguo.elections.readers.fields import Mistake

__all__ = ["CountFile", "Mistake", "read_count"]
