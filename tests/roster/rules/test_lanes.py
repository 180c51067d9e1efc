"""Seats apart from their holders."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.rules.lanes import Lane, Stint, lanes, vacant

START = date(2017, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def stint(person: int, start: int, end: int | None = None, post: str = "executive") -> Stint:
    return Stint(person, f"{person}", post, "", day(start), None if end is None else day(end))


def people(lane: Lane) -> list[int]:
    return [one.person_id for one in lane.stints]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 50),
            st.integers(1, 40),
            st.sampled_from(["chair", "vice_chair", "executive"]),
        ),
        max_size=12,
    )
)
def test_every_stint_has_one_seat_and_no_seat_two_holders(
    turns: list[tuple[int, int, str]],
) -> None:
    stints = [stint(at, start, start + long, post) for at, (start, long, post) in enumerate(turns)]

    found = lanes(stints, {})

    assert sorted(one.person_id for lane in found for one in lane.stints) == list(range(len(turns)))
    for lane in found:
        for one, following in pairwise(lane.stints):
            assert one.ends_on is not None
            assert one.ends_on <= following.starts_on
    busiest = max((sum(one.covers(day(at)) for one in stints) for at in range(100)), default=0)
    assert len(found) >= busiest


def test_a_substitute_follows_whom_she_replaces() -> None:
    stints = [stint(1, 0, 10), stint(2, 0, 20), stint(3, 30)]

    found = lanes(stints, {(3, day(30)): 2})

    assert sorted(map(people, found)) == [[1], [2, 3]]
    assert [lane.gaps for lane in found if 2 in people(lane)] == [[(day(20), day(30))]]


def test_who_goes_on_in_a_new_term_keeps_her_seat() -> None:
    stints = [stint(1, 0, 10), stint(2, 0, 10), stint(2, 10), stint(1, 10)]

    assert sorted(map(people, lanes(stints, {}))) == [[1, 1], [2, 2]]


def test_a_seat_left_within_the_term_is_vacant_one_that_ended_with_the_old_is_not() -> None:
    found = lanes([stint(1, 0, 10), stint(2, 0, 10), stint(3, 10), stint(4, 10, 15, "chair")], {})

    assert [people(one) for one in vacant(found, day(20), day(10))] == [[4]]
    assert [one.vacant_since(day(20)) for one in vacant(found, day(20), day(10))] == [day(15)]
    assert vacant(found, day(12), day(10)) == []
