"""Passing many texts to PostgreSQL at once."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.roster.queries.state import text_array

pytestmark = pytest.mark.django_db

TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
    | st.sampled_from(["", "NULL", '"', "\\", '\\"', "{}", "a,b", "李　梅", "\n\t", "?种养能手"])
)


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_texts_arrive_as_they_were_whatever_stands_in_them(texts: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select %s::text[]", [text_array(texts)])

        assert cursor.fetchone()[0] == texts
