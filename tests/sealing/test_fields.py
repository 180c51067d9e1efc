"""What is sealed inside JSON, at any depth, and nothing else of it."""

import json
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.models import Batch, Change
from jinguo.sealing.actions.rotating import sealed_columns
from jinguo.sealing.fields import PartlySealedJson
from jinguo.sealing.ring import Ring, ring

FIELD = PartlySealedJson()
PHONE = "19905000001"
KEYS = {1: bytes(32), 2: bytes(range(32))}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["phone", "name", "before", ""]), inner)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module", autouse=True)
def _key(django_db_setup: None) -> None:
    """The office has its key from its first database on."""


@given(JSON)
def test_whatever_was_sealed_comes_back(value: Any) -> None:
    sealed = json.loads(json.dumps(FIELD.seal(value)))

    assert FIELD.from_db_value(json.dumps(sealed), None, connection) == json.loads(
        json.dumps(value)
    )


@pytest.mark.parametrize(
    "value",
    [{"phone": PHONE}, {"person": {"phone": PHONE, "name": "李梅"}}, {"rows": [{"phone": PHONE}]},
     {"phone": [PHONE, PHONE]}, [{"phone": PHONE}]],
)  # fmt: skip
def test_a_number_is_sealed_however_deep_it_stands(value: Any) -> None:
    text = json.dumps(FIELD.seal(value), ensure_ascii=False)

    assert PHONE not in text
    assert ("李梅" in text) == ("李梅" in str(value))


@pytest.mark.parametrize(
    "value",
    [{"phone": PHONE, "kind": "s9:"}, {"a": [{"phone": PHONE}]}, {"phone": ""}, {"name": "s1:x"},
     None],
)  # fmt: skip
def test_what_an_older_key_sealed_is_found_and_nothing_else(db: None, value: Any) -> None:
    def stale(keys: Ring) -> bool:
        sealed = FIELD._each(value, keys.seal_contact)
        condition, words = FIELD.stale("value", 2)
        with connection.cursor() as cursor:
            cursor.execute(
                f"select coalesce({condition}, false) from (select %s::jsonb as value) one",  # noqa: S608
                [*words, json.dumps(sealed)],
            )
            return bool(cursor.fetchone()[0])

    assert stale(Ring({1: KEYS[1]})) == (PHONE in str(value))
    assert not stale(Ring(KEYS))


def test_a_before_image_of_whole_records_is_sealed_in_its_table(qingliu: None) -> None:
    batch = Batch.objects.earliest("pk")
    image = {"person": {"name": "李梅", "phone": PHONE}}
    change = Change.objects.create(
        batch=batch, subject="person", subject_id=1, before=image, after={}
    )

    with connection.cursor() as cursor:
        cursor.execute("select before::text from roster_change where id = %s", [change.pk])
        stored = cursor.fetchone()[0]
    assert json.loads(stored)["person"]["phone"] == ring().seal_contact(PHONE)
    assert Change.objects.get(pk=change.pk).before == image
    assert Change.objects.filter(before__person__name="李梅").get() == change


def test_every_sealed_column_is_known_to_a_rotation() -> None:
    assert {(table, column) for table, column, _field in sealed_columns()} >= {
        ("people_person", "phone"), ("files_storedfile", "content"), ("roster_batch", "report"),
        ("roster_draft", "corrections"), ("roster_change", "before"), ("roster_change", "after"),
        ("roster_listday", "digest"),
    }  # fmt: skip
