"""Which value stands when a list comes after a correction."""

from hypothesis import given
from hypothesis import strategies as some

from jinguo.roster.rules.corrected import as_listed, repeats_corrected, stored

VALUES = some.sampled_from(["", "村民", "教师", "医生"])


def corrected(values: list[str]) -> tuple[str, set[str | None]]:
    """The value after these corrections one after the other, and those before it."""
    return values[-1], {stored(one) for one in values[:-1]}


@given(some.lists(VALUES, min_size=2, max_size=5), VALUES)
def test_what_was_never_said_before_is_followed(values: list[str], listed: str) -> None:
    now, former = corrected(values)

    if listed not in values[:-1]:
        assert not repeats_corrected(listed, now, now, former)


@given(some.lists(VALUES, min_size=2, max_size=5))
def test_what_was_corrected_never_comes_back(values: list[str]) -> None:
    now, former = corrected(values)

    for one in values[:-1]:
        if one and one != now:
            assert repeats_corrected(one, now, now, former)


@given(some.lists(VALUES, min_size=2, max_size=5), VALUES, VALUES)
def test_once_a_list_said_something_new_the_correction_is_over(
    values: list[str], recorded: str, listed: str
) -> None:
    now, former = corrected(values)

    if recorded != now:
        assert not repeats_corrected(listed, recorded, now, former)


@given(some.lists(VALUES, min_size=2, max_size=5), VALUES)
def test_a_list_is_compared_with_what_it_repeats(values: list[str], listed: str) -> None:
    now, former = corrected(values)

    compared = as_listed(listed, now, former)

    assert compared == (listed if listed and listed in former else now)
