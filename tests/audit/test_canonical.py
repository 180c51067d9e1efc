"""The same entry gives the same bytes, whoever writes the JSON; another entry gives others."""

import json
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.audit.rules.canonical import as_kept, read_json, written_out

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(TEXT, inside, max_size=4),
    max_leaves=12,
)
DATA = st.dictionaries(TEXT, VALUES, max_size=5)


@pytest.mark.django_db
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=DATA)
def test_what_the_database_gives_back_is_written_out_like_what_it_was_given(
    data: dict[str, object],
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::jsonb::text", [json.dumps(data)])
        kept = cursor.fetchone()[0]

    assert written_out([read_json(kept)]) == written_out([as_kept(data)])


@given(one=DATA, other=DATA)
def test_what_differs_is_written_out_differently(
    one: dict[str, object], other: dict[str, object]
) -> None:
    same = written_out([as_kept(one)]) == written_out([as_kept(other)])

    assert same == (exact(one) == exact(other))


def exact(data: object) -> object:
    """Python takes True for 1 and −0.0 for 0; JSON knows truth from numbers."""
    if isinstance(data, dict):
        return {key: exact(value) for key, value in data.items()}
    if isinstance(data, list):
        return [exact(value) for value in data]
    if isinstance(data, bool) or data is None:
        return str(data), "word"
    return (Decimal(repr(data)), "number") if isinstance(data, int | float) else data


@pytest.mark.parametrize(
    ("text", "bytes_"),
    [
        (None, b"[[]]"),
        ("null", b"[[null]]"),
        ('{"b": 1.50, "a": [true, "名\\n"]}', b'[[{"a":[true,"\\u540d\\n"],"b":15e-1}]]'),
        ("[0, -0.0, 1e3, 1000, -7, 0.010]", b"[[[0e0,0e0,1e3,1e3,-7e0,1e-2]]]"),
        ('["15e-1", 1.5]', b'[[["15e-1",15e-1]]]'),
    ],
)
def test_the_form_is_the_documented_one(text: str | None, bytes_: bytes) -> None:
    assert written_out([read_json(text)]) == bytes_
