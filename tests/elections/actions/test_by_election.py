"""A by-election fills vacant seats within the term; it ends nobody's post."""

from datetime import date, timedelta

import pytest

from jinguo.elections.actions.calling import Call, call, correct
from jinguo.elections.actions.counting import write_in
from jinguo.elections.actions.nominating import Nomination, nominate
from jinguo.elections.actions.signing import sign, take_signature_back
from jinguo.elections.enums import Office
from jinguo.elections.errors import SitsAlready, TooManySeats
from jinguo.elections.models import Candidate, Congress
from jinguo.elections.rules.counts import Ballots
from jinguo.roster.actions.deciding import Member, decide
from jinguo.roster.enums import Deed, Post
from jinguo.roster.models import Batch
from jinguo.roster.queries.committees import committee
from jinguo.roster.queries.seats import seat_lines
from jinguo.roster.queries.terms import terms
from tests.factories.deeds import release
from tests.factories.elections import BY, DAY, counted, file_of, opened, prepared, village

pytestmark = pytest.mark.usefixtures("qingliu")

TODAY = DAY + timedelta(days=2)
BEFORE = date(2022, 6, 1)
STAND = ("试甲", "试乙", "试丙")


@pytest.fixture
def left() -> list[str]:
    """The names of those who stay where two executives left."""
    executives = [one.name for one in committee(village().pk, DAY) if one.post == "executive"]
    for name in executives[:2]:
        release(village().pk, name, BEFORE)
    return [one.name for one in committee(village().pk, DAY)]


def voted() -> Congress:
    """Two seats, three candidates, the first two of them elected."""
    one = prepared(executives=2, names=STAND, by_election=True)
    votes = {"试甲": (28, 1), "试乙": (20, 9), "试丙": (5, 24)}
    counted(one, opened(one, Office.EXECUTIVE), votes, Ballots(31, 31, 2))
    return one


def seated() -> dict[str, str]:
    return {one.name: one.post for one in committee(village().pk, DAY)}


def test_those_elected_sit_beside_the_others_and_the_term_goes_on(left: list[str]) -> None:
    before, begun = seated(), terms([village().pk])[village().pk]
    one = voted()

    sign(congress_id=one.pk, today=TODAY, by=BY)

    assert seated() == {**before, "试甲": "executive", "试乙": "executive"}
    assert terms([village().pk])[village().pk] == begun
    assert seat_lines(village().pk, DAY).vacancies == 0
    assert Batch.objects.latest("pk").deed == Deed.BY_ELECTION

    take_signature_back(congress_id=one.pk, by=BY)
    assert seated() == before
    assert sorted(before) == sorted(left)


def test_only_executives_are_voted_on(left: list[str]) -> None:
    file = file_of(voted())

    assert file.settled(Office.CHAIR)
    assert file.settled(Office.VICE_CHAIR)


@pytest.mark.parametrize("seats", [3, 30])
def test_no_more_than_are_vacant(left: list[str], seats: int) -> None:
    words = Call(DAY, seats, 0, by_election=True)
    with pytest.raises(TooManySeats) as refused:
        call(federation_id=village().pk, words=words, by=BY)

    assert "2" in str(refused.value)
    assert not Congress.objects.exists()


def test_without_a_vacancy_there_is_none() -> None:
    with pytest.raises(TooManySeats):
        call(federation_id=village().pk, words=Call(DAY, 1, 0, by_election=True), by=BY)

    assert not Congress.objects.exists()


def test_a_correction_neither_asks_for_more_nor_makes_it_another_kind(left: list[str]) -> None:
    one = call(federation_id=village().pk, words=Call(DAY, 1, 0, by_election=True), by=BY)

    with pytest.raises(TooManySeats):
        correct(congress_id=one.pk, words=Call(DAY, 3, 0), by=BY)
    correct(congress_id=one.pk, words=Call(DAY, 2, 0), by=BY)

    one.refresh_from_db()
    assert (one.executives, one.by_election) == (2, True)


def test_who_sits_already_does_not_stand(left: list[str]) -> None:
    one = call(federation_id=village().pk, words=Call(DAY, 2, 0, by_election=True), by=BY)
    sits = committee(village().pk, DAY)[-1]
    words = Nomination(sits.name, Office.EXECUTIVE, person_id=sits.person_id)

    with pytest.raises(SitsAlready):
        nominate(congress_id=one.pk, words=words, by=BY)

    assert not Candidate.objects.exists()


def test_who_sits_already_is_not_written_in(left: list[str]) -> None:
    one = voted()

    with pytest.raises(SitsAlready):
        write_in(congress_id=one.pk, round_id=one.rounds.get().pk, name=left[-1], by=BY)

    assert not Candidate.objects.filter(written_in=True).exists()


def test_a_seat_filled_in_between_is_not_filled_again(left: list[str]) -> None:
    one = voted()
    other = Member(Post.EXECUTIVE, name="试丁")
    decide(federation_id=village().pk, deed=Deed.APPOINTMENT, day=BEFORE + timedelta(days=1),
           today=TODAY, enter=[other], by=BY)  # fmt: skip
    before = seated()

    with pytest.raises(TooManySeats):
        sign(congress_id=one.pk, today=TODAY, by=BY)

    assert seated() == before
    assert not file_of(one).signed
