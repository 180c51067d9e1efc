"""Shares and the number of candidates."""

from fractions import Fraction

import pytest

from jinguo.elections.rules.shares import Difference, Share


@pytest.mark.parametrize(
    ("share", "whole", "needed"),
    [
        (Share(Fraction(2, 3)), 36, 24),
        (Share(Fraction(2, 3)), 37, 25),
        (Share(Fraction(1, 2), more_than=True), 36, 19),
        (Share(Fraction(1, 2), more_than=True), 37, 19),
    ],
)
def test_a_share_is_a_whole_number_of_people(share: Share, whole: int, needed: int) -> None:
    assert share.needed(whole) == needed


@pytest.mark.parametrize(
    ("rounding", "candidates"), [("up", 17), ("down", 16), ("half_up", 17), ("least", 18)]
)
def test_the_ratio_is_rounded_as_the_rules_say(rounding: str, candidates: int) -> None:
    least = 3 if rounding == "least" else 1
    rule = Difference(least, Fraction(1, 10), "up" if rounding == "least" else rounding)

    assert rule.candidates(15) == candidates
