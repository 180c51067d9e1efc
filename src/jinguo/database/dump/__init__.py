"""Backup into one file, and restore from it into an empty home or database."""

from jinguo.database.dump.backing_up import backup
from jinguo.database.dump.manifest import Manifest
from jinguo.database.dump.restoring import restore

__all__ = ["Manifest", "backup", "restore"]
