"""How pictures are told apart by their looks."""

import itertools

NEAR = 6
"""Of 64 bits; pictures that differ in no more are the same scene, shrunk or brightened."""


def look_of(rows: list[list[int]]) -> int:
    """The look of a picture as a signed number of 64 bits, from 8 rows of 9 grey values.

    Each bit says whether it gets darker from one point to the next (a difference hash): light and
    size do not matter to it.
    """
    bits = 0
    for row in rows:
        for left, right in itertools.pairwise(row):
            bits = bits << 1 | (left > right)
    return bits - (1 << 64) if bits >> 63 else bits


def difference(one: int, other: int) -> int:
    """In how many of the 64 bits two looks differ."""
    return ((one ^ other) & ((1 << 64) - 1)).bit_count()
