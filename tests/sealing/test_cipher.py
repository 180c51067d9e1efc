"""Equal numbers are equal bytes, and nobody reads one without the key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.sealing.errors import KeyUnreadable, SealBroken
from jinguo.sealing.keyfile import keys_in, written
from jinguo.sealing.ring import Ring

ONE, TWO = bytes(range(32)), bytes(range(32, 64))
OLD, BOTH, NEW = Ring({1: ONE}), Ring({1: ONE, 2: TWO}), Ring({2: TWO})
PHONES = st.from_regex(r"[0-9]{7,11}|0[0-9]{2,3}-[0-9]{7,8}", fullmatch=True)


@given(PHONES)
def test_a_number_comes_back_and_is_not_to_be_seen(phone: str) -> None:
    sealed = OLD.seal_contact(phone)

    assert OLD.open_contact(sealed) == phone
    assert phone not in sealed
    assert sealed == Ring({1: ONE}).seal_contact(phone)


@given(PHONES, PHONES)
def test_numbers_are_equal_sealed_exactly_where_they_are_equal(one: str, other: str) -> None:
    same = OLD.seal_contact(one) == OLD.seal_contact(other)
    same_ending = OLD.ending_heads(one[-4:]) == OLD.ending_heads(other[-4:])

    assert same == (one == other)
    assert same_ending == (one[-4:] == other[-4:])


def test_the_mark_in_a_sealed_number_is_that_of_its_ending() -> None:
    assert OLD.seal_contact("19905000001").startswith(OLD.ending_heads("0001")[0])


@given(PHONES)
def test_what_an_older_key_sealed_opens_until_it_is_gone(phone: str) -> None:
    sealed = OLD.seal_contact(phone)

    assert BOTH.open_contact(sealed) == phone
    assert sealed in BOTH.older_forms([phone])
    assert BOTH.seal_contact(phone) == NEW.seal_contact(phone)
    with pytest.raises(SealBroken):
        NEW.open_contact(sealed)


def test_another_key_of_the_same_number_opens_nothing() -> None:
    with pytest.raises(SealBroken):
        Ring({1: TWO}).open_contact(OLD.seal_contact("19905000001"))


@given(st.binary(min_size=28, max_size=60), st.integers(0, 400))
def test_a_changed_seal_is_noticed(content: bytes, at: int) -> None:
    sealed = bytearray(OLD.seal_file(content))
    sealed[at % len(sealed)] ^= 1

    with pytest.raises(SealBroken):
        OLD.open_file(bytes(sealed))


@pytest.mark.parametrize("broken", ["19905000001", "s1:", "s1:ab", "s1:abcdefgh:????", "s9:a:b"])
def test_what_is_not_sealed_is_never_taken_for_a_number(broken: str) -> None:
    with pytest.raises(SealBroken):
        OLD.open_contact(broken)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_texts_and_files_come_back(text: str) -> None:
    assert OLD.open_text(OLD.seal_text(text)) == text
    assert OLD.open_file(OLD.seal_file(text.encode())) == text.encode()


def test_nothing_is_sealed_alike_for_two_purposes() -> None:
    phone = "19905000001"

    assert OLD.seal_contact(phone).rpartition(":")[2] != OLD.seal_text(phone).rpartition(":")[2]


def test_keys_are_read_as_they_are_written() -> None:
    assert keys_in(written({1: ONE, 2: TWO}), "here") == {1: ONE, 2: TWO}
    assert keys_in(written({1: ONE})[2:], "here") == {1: ONE}
    assert keys_in("# a comment\n\n", "here") == {}


@pytest.mark.parametrize("text", ["1:short", "x:" + "A" * 43, "1:" + "A" * 43 + " 1:" + "B" * 43])
def test_what_is_no_key_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(KeyUnreadable):
        keys_in(text, "here")
