"""A sample can be drawn again by anybody, and is fair to the townships."""

import hashlib
import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from jinguo.campaigns.rules.sampling import Pool, digest, draw, shares

CODES = st.integers(0, 5).map(lambda number: f"35042310{number}200")
POOLS = st.dictionaries(st.integers(1, 10_000), CODES, min_size=1, max_size=40).map(
    lambda units: sorted(units.items())
)
SEEDS = st.text("abcdefghijk", min_size=1, max_size=8)


@given(POOLS, SEEDS, st.integers(1, 50), st.booleans(), st.integers())
def test_the_same_seed_draws_the_same_units_each_once_from_the_pool(
    pool: Pool, seed: str, size: int, by_township: bool, shuffle: int
) -> None:
    mixed = list(pool)
    random.Random(shuffle).shuffle(mixed)  # noqa: S311  no secret

    drawn = draw(pool, size=size, seed=seed, by_township=by_township)

    assert drawn == draw(mixed, size=size, seed=seed, by_township=by_township)
    assert digest(pool) == digest(mixed)
    assert len(drawn) == len(set(drawn)) == min(size, len(pool))
    assert set(drawn) <= {one for one, _code in pool}


@given(POOLS, SEEDS, st.integers(1, 40))
def test_each_township_gets_its_share_to_within_one(pool: Pool, seed: str, size: int) -> None:
    size = min(size, len(pool))
    townships = dict(pool)
    sizes = Counter(code[:9] for code in townships.values())

    drawn = draw(pool, size=size, seed=seed, by_township=True)

    got = Counter(townships[one][:9] for one in drawn)
    assert got == +Counter(shares(dict(sizes), size=size, seed=seed))
    for name, count in sizes.items():
        assert abs(got[name] - size * count / len(pool)) < 1


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9), min_size=1), SEEDS)
def test_what_is_left_goes_to_the_largest_remainders(sizes: dict[str, int], seed: str) -> None:
    whole = sum(sizes.values())
    for size in range(whole + 1):
        found = shares(sizes, size=size, seed=seed)

        more = {name for name in sizes if found[name] > size * sizes[name] // whole}
        least = min((size * sizes[name] % whole for name in more), default=0)
        assert sum(found.values()) == size
        assert all(size * sizes[name] % whole <= least for name in set(sizes) - more) or not more


def test_nothing_is_drawn_from_nobody() -> None:
    assert draw([], size=3, seed="a", by_township=True) == []


def test_a_lot_is_the_sha_256_of_seed_and_federation() -> None:
    """What the page says, so that anybody can draw again with a few lines of her own."""
    pool = [(number, "350423106204") for number in range(1, 9)]

    drawn = draw(pool, size=3, seed="abc", by_township=False)

    lots = {hashlib.sha256(f"abc:{one}".encode()).hexdigest(): one for one, _code in pool}
    assert drawn == [lots[lot] for lot in sorted(lots)[:3]]
