"""Signatures with the key of the record: HMAC with SM3 (GB/T 32905-2016)."""

import hmac as comparing
from functools import lru_cache

from cryptography.hazmat.primitives import hashes, hmac
from django.conf import settings

SIZE = 32


def signature(message: bytes) -> bytes:
    """The signature of a message; only who has the key can make it."""
    signing = _keyed(str(settings.AUDIT_KEY)).copy()
    signing.update(message)
    return signing.finalize()


def signed_by(key: str, message: bytes, given: bytes) -> bool:
    """Whether this is the signature of a message by another key than the one in use."""
    signing = _keyed(key).copy()
    signing.update(message)
    return comparing.compare_digest(signing.finalize(), given)


def signed(message: bytes, given: bytes) -> bool:
    """Whether this is the signature of a message, compared in constant time."""
    return comparing.compare_digest(signature(message), given)


@lru_cache(maxsize=2)
def _keyed(key: str) -> hmac.HMAC:
    return hmac.HMAC(key.encode(), hashes.SM3())
