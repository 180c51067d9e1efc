"""Which places of two neighbouring lists are the same: certain, proposed, or apart."""

import pytest

from jinguo.divisions.actions import decide
from jinguo.divisions.models import Succession, Version
from jinguo.kernel.actor import system
from tests.divisions.lists import Townships, county, load, open_matches

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = "2017-10-31", "2018-10-31", "2019-10-31"


def township(name: str = "城关镇", **villages: str) -> tuple[str, dict[str, str]]:
    """A township with villages by the three digits of their codes (``v201="东山村委会"``)."""
    filler = {f"9{n:02}": f"{word}坊村委会" for n, word in enumerate("寅卯辰巳午未申酉")}
    return name, {key[1:]: value for key, value in villages.items()} | filler


def loaded(*lists: Townships) -> None:
    for day, townships in zip((FIRST, SECOND, THIRD), lists, strict=False):
        load(county(day, townships), allow_losses=True)


def same(*codes: str) -> bool:
    """Whether all these codes (without the county) belong to one place."""
    full = [f"350999{code}" for code in codes]
    ids = Version.objects.filter(code__in=full).values_list("code", "division_id")
    assert {code for code, _ in ids} == set(full)
    return len({division_id for _, division_id in ids}) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("嵩溪村委会", "嵩溪畲族村村民委员会"),
        ("新村村委会", "新村村村委会"),
        ("太山村委会", "泰山村委会"),
        ("东山村委会", "东山社区居民委员会"),
        ("东山村委会", "大东山村委会"),
    ],
)
def test_a_code_whose_name_was_corrected_stays_one_place(old: str, new: str) -> None:
    loaded({"100": township(v201=old)}, {"100": township(v201=new)})

    assert same("100201")
    assert not open_matches()


def test_another_name_under_the_same_code_is_asked() -> None:
    loaded({"100": township(v201="东山村委会")}, {"100": township(v201="胜利村委会")})

    assert not same("100201")
    assert open_matches() == {("350999100201", "350999100201", "same_code")}


@pytest.mark.parametrize(("old", "new"), [("上坪", "下坪"), ("东坑", "西坑"), ("南山", "北山")])
def test_one_character_that_means_another_place_is_asked(old: str, new: str) -> None:
    loaded({"100": township(v201=f"{old}村委会")}, {"100": township(v201=f"{new}村委会")})

    assert not same("100201")
    assert open_matches() == {("350999100201", "350999100201", "same_code")}


def test_a_code_used_anew_is_not_the_old_place() -> None:
    loaded(
        {"100": township(v201="东山村委会")},
        {"100": township(v201="胜利村委会", v202="东山村委会")},
    )

    assert Version.objects.get(code="350999100202").division_id == (
        Version.objects.get(code="350999100201", name="东山村委会").division_id
    )
    assert not same("100201")
    assert not open_matches()


def test_two_villages_that_changed_codes_keep_their_identity() -> None:
    loaded(
        {"100": township(v201="东山村委会", v202="胜利村委会")},
        {"100": township(v201="胜利村委会", v202="东山村委会")},
    )

    for name in ("东山村委会", "胜利村委会"):
        assert len(set(Version.objects.filter(name=name).values_list("division_id"))) == 1


def test_a_village_with_a_new_code_in_its_township_is_the_same() -> None:
    loaded({"100": township(v201="东山村委会")}, {"100": township(v001="东山社区居委会")})

    assert same("100201", "100001")


def test_two_candidates_of_one_name_are_asked() -> None:
    loaded(
        {"100": township(v201="东山村委会")},
        {"100": township(v001="东山社区居委会", v202="东山村村民委员会")},
    )

    assert open_matches() == {
        ("350999100201", "350999100001", "same_name"),
        ("350999100201", "350999100202", "same_name"),
    }


def test_a_township_with_a_new_code_takes_its_villages_along() -> None:
    loaded({"202": township("林畲乡")}, {"106": township("林畲镇")})

    assert same("202000", "106000")
    assert same("202900", "106900")
    assert not open_matches()


ROCK, SAND = "红岩镇", "白沙乡"
OF_ROCK = {"201": "新村村委会", "202": "东山村委会", "203": "石桥村委会"}
OF_SAND = {"201": "新村村委会", "202": "龙头村委会", "203": "虎尾村委会"}


def ids(name: str) -> list[list[str]]:
    """The codes of each place that ever bore the name, without the county."""
    found: dict[int, list[str]] = {}
    for version in Version.objects.filter(name=name).order_by("valid_from", "code"):
        found.setdefault(version.division_id, []).append(version.code[6:])
    return sorted(sorted(codes) for codes in found.values())


def test_townships_that_pass_their_codes_on_keep_their_villages() -> None:
    loaded(
        {"100": (ROCK, OF_ROCK), "202": (SAND, OF_SAND), "900": township()},
        {"101": (ROCK, OF_ROCK), "100": ("白沙镇", OF_SAND), "900": township()},
    )

    assert ids("新村村委会") == [["100201", "101201"], ["100201", "202201"]]
    assert ids("龙头村委会") == [["100202", "202202"]]
    assert not open_matches()


def test_townships_that_swap_their_codes_keep_their_villages() -> None:
    loaded(
        {"100": (ROCK, OF_ROCK), "202": (SAND, OF_SAND), "900": township()},
        {"202": (ROCK, OF_ROCK), "100": (SAND, OF_SAND), "900": township()},
    )

    assert ids("新村村委会") == [["100201", "202201"], ["100201", "202201"]]
    assert ids(ROCK) == [["100000", "202000"]]
    assert ids("东山村委会") == [["100202", "202202"]]


def test_a_village_under_a_code_given_to_a_new_township_is_asked_not_carried_over() -> None:
    loaded(
        {"100": (ROCK, OF_ROCK), "900": township()},
        {"100": ("白沙镇", OF_SAND), "900": township()},
    )

    assert ids("新村村委会") == [["100201"], ["100201"]]
    assert open_matches() == {
        ("350999100000", "350999100000", "same_code"),
        ("350999100201", "350999100201", "moved"),
    }


def test_a_township_of_another_name_under_its_code_keeps_most_of_its_villages() -> None:
    loaded(
        {"100": (ROCK, OF_ROCK), "900": township()},
        {"100": ("胜利镇", OF_ROCK), "900": township()},
    )

    assert open_matches() == {("350999100000", "350999100000", "same_code")}
    assert [len(ids(name)) for name in OF_ROCK.values()] == [1, 1, 1]
    assert Version.objects.filter(code="350999100201").count() == 1


def test_a_code_that_comes_back_under_another_township_is_another_village() -> None:
    loaded(
        {"100": (ROCK, OF_ROCK), "900": township()},
        {"900": township()},
        {"100": ("白沙镇", OF_SAND), "900": township()},
    )

    assert ids("新村村委会") == [["100201"], ["100201"]]


def test_a_township_decided_to_be_the_same_takes_its_villages_along() -> None:
    loaded(
        {"100": (ROCK, OF_ROCK), "900": township()},
        {"100": ("白沙镇", OF_SAND), "900": township()},
    )

    decide(Succession.objects.get(new_code="350999100000"), same=True, by=system())

    assert same("100000")
    assert ids("新村村委会") == [["100201"]]
    assert Version.objects.filter(code="350999100201").count() == 1


def test_a_township_of_the_same_name_with_other_villages_is_asked() -> None:
    loaded(
        {"100": township(), "202": ("林畲乡", {"201": "甲村委会", "202": "乙村委会"})},
        {"100": township(), "106": ("林畲镇", {"201": "丙村委会", "202": "丁村委会"})},
    )

    assert ("350999202000", "350999106000", "same_name") in open_matches()


def test_a_township_of_another_name_with_the_same_villages_is_asked_its_villages_are_not() -> None:
    loaded(
        {"100": township(), "202": ("林畲乡", {"201": "甲丑村委会", "202": "乙丑村委会"})},
        {"100": township(), "106": ("城北镇", {"201": "甲丑村委会", "202": "乙丑村委会"})},
    )

    assert open_matches() == {("350999202000", "350999106000", "same_villages")}
    assert same("202201", "106201")
    assert not same("202000", "106000")


def test_villages_of_a_township_that_was_dissolved_go_where_most_went() -> None:
    loaded(
        {"100": township(), "202": ("林畲乡", {"201": "甲丑村委会", "202": "乙丑村委会"})},
        {"100": township(v301="甲丑村委会", v302="乙丑村委会")},
    )

    assert same("202201", "100301")
    assert same("202202", "100302")
    assert not open_matches()


def test_a_village_that_left_a_township_that_stays_is_asked() -> None:
    loaded(
        {"100": township(), "202": ("林畲乡", {"201": "甲丑村委会", "202": "乙丑村委会"})},
        {"100": township(v301="甲丑村委会"), "202": ("林畲乡", {"202": "乙丑村委会"})},
    )

    assert open_matches() == {("350999202201", "350999100301", "moved")}


def test_villages_merged_into_a_third_are_at_most_asked() -> None:
    loaded(
        {"100": township(v201="东山村委会", v202="西山村委会")},
        {"100": township(v203="东山西山村委会")},
    )

    assert not same("100201", "100203")
    assert not same("100202", "100203")
    assert {old for old, _new, _reason in open_matches()} == {"350999100201", "350999100202"}


def test_a_place_missing_from_one_list_comes_back_as_itself() -> None:
    with_it, without = {"100": township(v201="东山村委会")}, {"100": township()}

    loaded(with_it, without, with_it)

    assert same("100201")
    assert Version.objects.filter(code="350999100201").count() == 2


def test_a_place_missing_from_one_list_comes_back_under_another_code() -> None:
    loaded(
        {"100": township(v201="东山村委会")},
        {"100": township()},
        {"100": township(v207="东山村委会")},
    )

    assert same("100201", "100207")


def test_a_village_nobody_knew_is_new() -> None:
    loaded({"100": township()}, {"100": township(v001="天康社区居民委员会")})

    assert Version.objects.get(code="350999100001").valid_from is not None
    assert not open_matches()
