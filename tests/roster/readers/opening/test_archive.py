import io
import random
import zipfile

import pytest

from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening.archive import Archive
from tests.roster.readers.opening.files import zip_of


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024, 3 * 1024 * 1024 + 7])
@pytest.mark.parametrize("kind", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("even", [True, False])
def test_entries_come_back_whole(size: int, kind: int, even: bool) -> None:
    data = b"x" * size if even else random.Random(1).randbytes(size)  # noqa: S311
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as packed:
        packed.writestr("a", data)
    archive = Archive(file.getvalue())
    assert b"".join(archive.chunks(archive.entries[0])) == data


def test_a_small_entry_is_read_up_to_a_bound() -> None:
    archive = Archive(zip_of({"a": b"abcdef"}))
    assert archive.read("a", 3) == b"abc"
    assert archive.read("b", 3) == b""


def test_other_ways_of_packing_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("a", b"x" * 100)
    archive = Archive(file.getvalue())
    with pytest.raises(UnreadableFile):
        list(archive.chunks(archive.entries[0]))


def test_damaged_bytes_are_refused() -> None:
    content = bytearray(zip_of({"a": bytes(range(256)) * 50}))
    content[40:60] = b"\xff" * 20
    archive = Archive(bytes(content))
    with pytest.raises(UnreadableFile):
        list(archive.chunks(archive.entries[0]))
