"""What speaks for two records being one woman, and what against."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jinguo.roster.rules.likeness import Sign, Traits, likeness

traits = st.builds(
    Traits,
    name=st.sampled_from(["李梅", "李玫", "张兰"]),
    sounds=st.sampled_from([frozenset(), frozenset(["li mei"]), frozenset(["zhang lan"])]),
    birth=st.sampled_from([None, date(1980, 1, 1), date(1981, 1, 1)]),
    phone=st.sampled_from(["", "19905000001", "19905000002"]),
    gender=st.sampled_from(["", "女", "男"]),
    ethnicity=st.sampled_from(["", "汉族", "畲族"]),
    units=st.frozensets(st.integers(1, 3), max_size=2),
)


@given(traits, traits)
def test_it_does_not_matter_which_of_the_two_comes_first(one: Traits, other: Traits) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(traits)
def test_nothing_speaks_against_a_record_being_itself(one: Traits) -> None:
    assert likeness(one, one).against == ()


@given(traits, traits)
def test_nothing_is_compared_that_one_of_them_does_not_state(one: Traits, other: Traits) -> None:
    found = likeness(one, other)
    told = {*found.speaks_for, *found.against}

    assert not told & {Sign.SAME_PHONE, Sign.OTHER_PHONE} or (one.phone and other.phone)
    assert not told & {Sign.SAME_BIRTH, Sign.OTHER_BIRTH} or (one.birth and other.birth)


def test_names_of_one_sound_speak_for_it_though_they_differ() -> None:
    sound = frozenset(["li mei"])

    found = likeness(Traits("李梅", sound), Traits("李玫", sound))

    assert found.speaks_for == (Sign.SAME_SOUND,)
    assert found.against == (Sign.OTHER_NAME,)


def test_little_in_common_is_not_enough_to_propose_two_records() -> None:
    born, sound = date(1980, 1, 1), frozenset(["li mei"])
    here = frozenset([1])

    assert not likeness(Traits("李梅"), Traits("李梅")).proposes
    assert not likeness(Traits("李梅", birth=born), Traits("张兰", birth=born)).proposes
    assert not likeness(Traits("李梅", units=here), Traits("张兰", units=here)).proposes
    assert likeness(Traits("李梅", phone="1"), Traits("张兰", phone="1")).proposes
    assert likeness(Traits("李梅", birth=born), Traits("李梅", birth=born)).proposes
    assert likeness(Traits("李梅", sound, units=here), Traits("李玫", sound, units=here)).proposes
