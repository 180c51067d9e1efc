"""Who is who, by the evidence of name, month of birth and phone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.rules.matching import (
    Known,
    Verdict,
    elsewhere,
    renamed,
    within_list,
    within_unit,
)

B1, B2 = date(1980, 5, 1), date(1991, 11, 1)
P1, P2 = "19900000001", "19900000002"

births = st.sampled_from([None, B1, B2])
phones = st.sampled_from(["", P1, P2])
people = st.builds(Known, st.integers(1, 9), st.just("李梅"), births, phones, st.booleans())


def known(birth: date | None, phone: str, *, sits: bool = True) -> Known:
    """李梅 as recorded."""
    return Known(1, "李梅", birth, phone, sits)


@pytest.mark.parametrize(
    ("recorded", "birth", "phone", "verdict"),
    [
        (known(B1, P1), B1, P1, Verdict.SAME),
        (known(B1, P1), B1, "", Verdict.SAME),
        (known(B1, P1), B2, P1, Verdict.SAME),
        (known(B1, P1), B1, P2, Verdict.SAME),
        (known(B1, P1), B2, P2, Verdict.NEW),
        (known(B1, P1), B2, "", Verdict.ASK),
        (known(B1, ""), B2, P1, Verdict.ASK),
        (known(B1, ""), None, P1, Verdict.BY_NAME),
        (known(None, ""), None, "", Verdict.BY_NAME),
        (known(None, "", sits=False), None, "", Verdict.ASK),
    ],
)
def test_one_namesake_in_the_unit(
    recorded: Known, birth: date | None, phone: str, verdict: Verdict
) -> None:
    assert within_unit([recorded], birth, phone)[0] is verdict


def test_of_two_namesakes_the_one_who_agrees_is_meant() -> None:
    two = [known(B1, P1), known(B2, P2)]

    assert within_unit(two, B2, "") == (Verdict.SAME, (two[1],))
    assert within_unit(two, None, "") == (Verdict.ASK, tuple(two))
    assert within_unit(two, B1, P2)[0] is Verdict.ASK


@given(st.lists(people, max_size=4), births, phones)
def test_a_certain_match_is_one_person_and_every_other_names_whom_it_may_be(
    recorded: list[Known], birth: date | None, phone: str
) -> None:
    verdict, found = within_unit(recorded, birth, phone)

    assert (verdict is Verdict.NEW) == (not found)
    if verdict in (Verdict.SAME, Verdict.BY_NAME):
        assert len(found) == 1
    if verdict is Verdict.SAME:
        assert found[0].birth == birth or found[0].phone == phone
    assert set(map(id, found)) <= set(map(id, recorded))


@pytest.mark.parametrize(
    ("by_phone", "by_birth", "phone", "verdict"),
    [
        ([known(B1, P1)], [], P1, Verdict.SAME),
        ([], [known(B1, "")], P1, Verdict.ASK),
        ([], [known(B1, P1)], "", Verdict.ASK),
        ([], [known(B1, P1)], P2, Verdict.NEW),
        ([], [], P2, Verdict.NEW),
    ],
)
def test_in_another_unit_only_the_phone_makes_it_certain(
    by_phone: list[Known], by_birth: list[Known], phone: str, verdict: Verdict
) -> None:
    assert elsewhere(by_phone, by_birth, phone)[0] is verdict


@given(births, phones, births, phones)
def test_two_rows_of_a_list_are_compared_alike_in_both_directions(
    birth: date | None, phone: str, other_birth: date | None, other_phone: str
) -> None:
    there = within_list(other_birth, other_phone, birth, phone)

    assert there is within_list(birth, phone, other_birth, other_phone)
    if (birth, phone) == (other_birth, other_phone) and (birth or phone):
        assert there is Verdict.SAME


@pytest.mark.parametrize(
    ("name", "birth", "phone", "asked"),
    [
        ("盘依", None, "1", True),
        ("盘依", B1, "1", True),
        ("盘依", B2, "1", False),
        ("盘依", B1, "", True),
        ("盘依", B1, "2", False),
        ("王依", B1, "", False),
        ("盘依", None, "", False),
    ],
)
def test_another_name_for_one_who_is_missing_is_never_more_than_a_question(
    name: str, birth: date | None, phone: str, asked: bool
) -> None:
    known = Known(1, "盘一", B1, "1", sits=True)

    assert renamed([known], name, birth, phone) == ((known,) if asked else ())
