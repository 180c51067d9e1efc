"""Serving exactly the listed files of ``node_modules``, and nothing else of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

PACKAGE_FILES = ("@tabler/core/dist/css/tabler.min.css",)
"""Paths inside ``node_modules``; a page names them below ``packages/``."""

PREFIX = "packages/"


class PackageStorage(FileSystemStorage):
    """``node_modules`` as a storage whose files appear below ``packages/``."""

    prefix = PREFIX.rstrip("/")


class PackageFinder(BaseFinder):
    """Finds the styles that came with ``npm ci``."""

    def __init__(self) -> None:
        self.root = Path(settings.NODE_MODULES)
        self.storage = PackageStorage(location=self.root)

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        """The absolute path of a listed file, else an empty list."""
        name = path.removeprefix(PREFIX)
        listed = path.startswith(PREFIX) and name in PACKAGE_FILES
        found = self.root / name
        if not listed or not found.is_file():
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        """Every listed file that is installed, with its storage."""
        del ignore_patterns  # the list is short and chosen
        return [(n, self.storage) for n in PACKAGE_FILES if (self.root / n).is_file()]
