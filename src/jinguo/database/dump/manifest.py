"""What a backup says about itself."""

import hashlib
import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from jinguo.database.errors import BackupDamaged

FORMAT = 1
MANIFEST = "manifest.json"
DUMP = "database.dump"
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """The product's version, the moment (ISO 8601), migrations as ``app.name``, digest, bytes."""

    format: int
    product: str
    version: str
    created_at: str
    migrations: list[str]
    sha256: str
    size: int

    def text(self) -> str:
        """The manifest as it stands in the backup."""
        return json.dumps(asdict(self), indent=1, sort_keys=True)


def copy_digested(source: IO[bytes], target: IO[bytes]) -> tuple[str, int]:
    """Copy a stream; returns the SHA-256 (hex) and the number of bytes."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        target.write(chunk)
    return digest.hexdigest(), size


def unpack(path: Path, target: IO[bytes]) -> Manifest:
    """Write the backup's dump to ``target`` and return its manifest.

    Raises BackupDamaged unless every byte is as it was written.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = Manifest(**json.loads(archive.read(MANIFEST)))
            with archive.open(DUMP) as dump:
                digest, size = copy_digested(dump, target)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise BackupDamaged(path=str(path)) from error
    if (digest, size, manifest.product) != (manifest.sha256, manifest.size, "jinguo"):
        raise BackupDamaged(path=str(path))
    return manifest
