"""Rounding half up, and the definitions of the figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinguo.statistics.rules import FIGURES, average, rate


@pytest.mark.parametrize(
    ("count", "units", "expected"),
    [(313, 13, "24.1"), (33, 13, "2.5"), (1601, 119, "13.5"), (209, 119, "1.8"), (5, 20, "0.3"),
     (1, 20, "0.1"), (7, 20, "0.4"), (3, 3, "1.0"), (0, 3, "0.0"), (1, 0, None)],
)  # fmt: skip
def test_an_average_has_one_decimal_rounded_half_up(
    count: int, units: int, expected: str | None
) -> None:
    assert average(count, units) == expected


@given(st.integers(0, 10**7), st.integers(1, 10**6))
def test_no_average_is_off_by_more_than_half_a_tenth(count: int, units: int) -> None:
    off = Fraction(average(count, units) or "") - Fraction(count, units)

    assert -Fraction(1, 20) < off <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("done", "due", "expected"),
    [(119, 119, "100.0%"), (119, 120, "99.2%"), (0, 119, "0.0%"), (1, 0, None), (1, 8, "12.5%")],
)
def test_a_rate_has_one_decimal_in_percent(done: int, due: int, expected: str | None) -> None:
    assert rate(done, due) == expected


def test_every_figure_has_a_title_and_one_definition() -> None:
    for one in FIGURES.values():
        assert str(one.title)
        assert str(one.definition)
