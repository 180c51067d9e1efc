"""Files are kept as they came, each once."""

import pytest

from jinguo.files.actions import store
from jinguo.files.models import StoredFile
from jinguo.files.queries import content

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("data", [b"", b"a", bytes(range(256)) * 1000])
def test_what_comes_back_is_what_was_kept(data: bytes) -> None:
    kept = store(content=data)

    assert content(kept.digest) == data
    assert kept.size == len(data)


def test_the_same_bytes_are_kept_once() -> None:
    first, second = store(content=b"list"), store(content=b"list")

    assert first.pk == second.pk
    assert StoredFile.objects.count() == 1


def test_an_unknown_digest_is_an_error() -> None:
    with pytest.raises(StoredFile.DoesNotExist):
        content("0" * 64)
