"""Contacts are masked wherever they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.people.queries import masked


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("19905000001", "199****0001"), ("0598-5322338", "059****2338"), ("5322338", "****38"),
     ("1", "****1"), ("", "")],
)  # fmt: skip
def test_the_middle_of_a_number_is_hidden(phone: str, shown: str) -> None:
    assert masked(phone) == shown


@given(st.from_regex(r"[0-9]{11}", fullmatch=True))
def test_no_mobile_number_can_be_read_off(phone: str) -> None:
    assert phone not in masked(phone)
    assert masked(phone).count("*") == 4
