"""One way to write an entry out, so that the same entry always gives the same bytes.

A list of JSON without spaces, letters beyond ASCII escaped, keys sorted. Numbers stand as digits
and a power of ten (1.50 is ``15e-1``): the database may write a number otherwise than Python did.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Number(str):
    """A number of a JSON text, as digits and a power of ten."""

    __slots__ = ()


def written_out(parts: Iterable[object]) -> bytes:
    """The bytes of a list of strings, numbers and JSON values."""
    return _text(list(parts)).encode("ascii")


def read_json(text: str | None) -> object:
    """A JSON text as a value for ``written_out``; nothing at all (NULL) is told from ``null``."""
    if text is None:
        return []
    return [json.loads(text, parse_int=_number, parse_float=_number)]


def as_kept(value: Mapping[str, Any] | None) -> object:
    """A value about to be kept, as ``read_json`` will read it back."""
    return read_json(None if value is None else json.dumps(value))


def microseconds(moment: datetime) -> str:
    """Microseconds since 1970, in digits."""
    return str((moment - EPOCH) // timedelta(microseconds=1))


def _number(text: str) -> _Number:
    sign, digits, exponent = Decimal(text).as_tuple()
    kept = "".join(map(str, digits)).lstrip("0")
    if not kept:
        return _Number("0e0")
    short = kept.rstrip("0")
    power = int(exponent) + len(kept) - len(short)
    return _Number(f"{'-' if sign else ''}{short}e{power}")


def _text(value: object) -> str:
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, dict):
        inside = ",".join(f"{json.dumps(key)}:{_text(value[key])}" for key in sorted(value))
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_text, value))}]"
    return json.dumps(value)
