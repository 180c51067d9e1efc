"""Taking in keys, and putting a new one in the place of another."""

from jinguo.sealing.actions.bringing import bring_keys
from jinguo.sealing.actions.rotating import rotate

__all__ = ["bring_keys", "rotate"]
