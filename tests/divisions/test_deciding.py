"""Matches that somebody decides, and what later lists do to them."""

from collections.abc import Iterator
from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.divisions import queries
from jinguo.divisions.actions import decide
from jinguo.divisions.errors import CannotBeSame, StillInUse, SuccessionUnknown
from jinguo.divisions.events import DivisionsJoined, ListsLoaded
from jinguo.divisions.models import Division, Succession, Version
from jinguo.federations.models import Federation
from jinguo.kernel.actor import system
from jinguo.kernel.events import _listeners, listens_to
from tests.divisions.lists import county, identities, load, open_matches, snapshot

pytestmark = pytest.mark.django_db

VILLAGES = {f"9{n:02}": f"{word}坊村委会" for n, word in enumerate("寅卯辰巳午未申酉")}
OLD = {"100": ("城关镇", {"201": "东山村委会", **VILLAGES})}
NEW = {"100": ("城关镇", {"201": "胜利村委会", **VILLAGES})}
BETWEEN = {"100": ("城关镇", {"202": "东山村委会", "201": "胜利村委会", **VILLAGES})}
EARLIER, LATER = date(2017, 1, 1), date(2020, 1, 1)


@pytest.fixture
def heard() -> Iterator[list[object]]:
    """Every event of this room, as announced."""
    events: list[object] = []
    kinds = (DivisionsJoined, ListsLoaded)
    before = {kind: list(_listeners[kind]) for kind in kinds}
    for kind in kinds:
        listens_to(kind)(events.append)
    yield events
    for kind in kinds:
        _listeners[kind][:] = before[kind]


def village(day: date, code: str = "350999100201") -> int:
    return queries.place(code, day).division_id


@pytest.fixture
def asked() -> Succession:
    load(county("2017-10-31", OLD))
    load(county("2018-10-31", NEW))
    return Succession.objects.get()


def test_same_makes_one_place_with_the_older_identity(
    asked: Succession, heard: list[object]
) -> None:
    kept, gone = village(EARLIER), village(LATER)

    decide(asked, same=True, by=system("陈"))

    assert village(EARLIER) == village(LATER) == kept
    assert DivisionsJoined(kept, gone) in heard
    assert isinstance(heard[-1], ListsLoaded)
    assert not Division.objects.filter(pk=gone).exists()
    assert Entry.objects.get(verb="divisions.decided").actor_name == "陈"


def test_different_keeps_them_apart_and_is_asked_no_more(asked: Succession) -> None:
    before = identities()

    decide(asked, same=False, by=system())

    assert identities() == before
    assert not queries.proposals()


@pytest.mark.parametrize("same", [True, False])
def test_a_decision_outlives_every_later_load(asked: Succession, same: bool) -> None:
    decide(asked, same=same, by=system())
    decided = identities()

    load(county("2018-10-31", NEW), county("2017-10-31", OLD))
    assert identities() == decided
    load(county("2016-10-31", OLD))
    load(county("2019-10-31", NEW))

    assert identities() == decided
    assert (village(EARLIER) == village(LATER)) is same
    assert not open_matches()


def test_a_decision_can_be_taken_back(asked: Succession) -> None:
    apart = identities()
    decide(asked, same=True, by=system())

    decide(asked, same=False, by=system())

    assert identities() == apart


def test_a_decision_that_cannot_hold_is_refused_and_changes_nothing(asked: Succession) -> None:
    load(county("2018-05-01", BETWEEN))
    before = snapshot()

    with pytest.raises(CannotBeSame):
        decide(asked, same=True, by=system())

    assert snapshot() == before


@pytest.mark.parametrize("same", [True, False])
def test_another_name_under_the_same_codes_is_asked_anew(asked: Succession, same: bool) -> None:
    decide(asked, same=same, by=system())
    other = {"100": ("城关镇", {"201": "光明村委会", **VILLAGES})}

    report = load(county("2018-10-31", other))

    (question,) = queries.proposals()
    assert (question.old_name, question.new_name) == ("东山村委会", "光明村委会")
    assert report.proposals == 1


def test_a_list_between_asks_about_what_was_decided_with_its_own_name(asked: Succession) -> None:
    decide(asked, same=False, by=system())
    between = {"100": ("城关镇", {"201": "光明村委会", **VILLAGES})}

    report = load(county("2018-05-01", between))

    assert report.proposals == len(queries.proposals()) == 2


def test_an_unknown_match_is_named() -> None:
    with pytest.raises(SuccessionUnknown):
        queries.succession(4711)


def test_a_list_in_between_joins_what_looked_like_two(heard: list[object]) -> None:
    load(county("2017-10-31", {"100": ("城关镇", {"201": "太平山村委会", **VILLAGES})}))
    load(county("2019-10-31", {"100": ("城关镇", {"201": "泰坪山村委会", **VILLAGES})}))
    older, newer = village(EARLIER), village(LATER)
    assert older != newer

    load(county("2018-10-31", {"100": ("城关镇", {"201": "泰平山村委会", **VILLAGES})}))

    assert village(EARLIER) == village(LATER) == older
    assert DivisionsJoined(older, newer) in heard
    assert not open_matches()


def test_a_corrected_list_keeps_the_identity_of_what_it_corrects() -> None:
    load(county("2017-10-31", OLD))
    before = village(EARLIER)

    load(county("2017-10-31", NEW))

    assert village(EARLIER) == before
    assert queries.latest(before).short == "胜利村"
    assert Division.objects.count() == len(VILLAGES) + 5


def test_an_earlier_list_takes_no_identity_from_a_place_that_is_new_after_it() -> None:
    listed = {"001": "东山村委会", "201": "东山村民委员会"}
    load(county("2018-10-31", {"100": ("林畲乡", listed)}))
    before = village(LATER, "350999100001")

    load(county("2016-10-31", {"100": ("城关镇", {"001": "东山村委会"})}), allow_losses=True)

    assert village(LATER, "350999100001") == before
    assert village(date(2016, 1, 1), "350999100001") != before


@pytest.mark.parametrize(("township", "code"), [("100", "205"), ("200", "205"), ("200", "201")])
def test_a_row_moved_to_its_right_township_keeps_its_identity(township: str, code: str) -> None:
    both = {"100": ("城关镇", VILLAGES), "200": ("白沙镇", {"202": "龙头村委会"})}
    listed = {key: (name, dict(villages)) for key, (name, villages) in both.items()}
    listed["100"][1]["201"] = "石下村委会"
    load(county("2017-10-31", listed))
    before = village(EARLIER)
    corrected = {key: (name, dict(villages)) for key, (name, villages) in both.items()}
    corrected[township][1][code] = "石下村委会"

    load(county("2017-10-31", corrected))

    assert village(EARLIER, f"350999{township}{code}") == before


def test_a_place_on_no_list_any_more_is_forgotten_unless_records_stand_on_it() -> None:
    without = {"100": ("城关镇", VILLAGES)}
    load(county("2017-10-31", OLD))
    gone = village(EARLIER)
    Federation.objects.create(division_id=gone, level=5, closed_on=LATER)
    before = snapshot()

    with pytest.raises(StillInUse) as refusal:
        load(county("2017-10-31", without))

    assert "东山村委会" in str(refusal.value)
    assert snapshot() == before
    Federation.objects.all().delete()
    load(county("2017-10-31", without))
    assert not Division.objects.filter(pk=gone).exists()


def test_a_county_with_a_new_code_is_asked_and_then_followed_with_all_below_it() -> None:
    load(county("2017-10-31", OLD, code="350427", name="沙县"))
    load(county("2018-10-31", OLD, code="350405", name="沙县区"))
    old = village(EARLIER, "350427100201")
    (question,) = queries.proposals()
    assert (question.old_code, question.new_code, question.reason) == (
        "350427000000",
        "350405000000",
        "new_county_code",
    )

    decide(question, same=True, by=system())

    assert village(LATER, "350405100201") == old
    assert len(queries.counties()) == 1
    assert not Version.objects.filter(code__startswith="350427", valid_until=None).exists()
    assert not Version.objects.filter(code__startswith="350405", valid_from=None).exists()
    after = identities()
    load(county("2019-10-31", OLD, code="350405", name="沙县区"))
    load(county("2016-10-31", OLD, code="350427", name="沙县"))
    assert identities() == after


def test_neighbouring_counties_are_not_taken_for_each_other() -> None:
    load(county("2017-10-31", OLD, code="350427", name="沙县"))
    load(
        county("2018-10-31", {"100": ("虎林镇", {"201": "龙村委会"})}, code="350421", name="明溪县")
    )

    assert not queries.proposals()
    assert queries.place("350427", LATER).name == "沙县"
