"""Candidacies follow when two records are one woman, and go back when they are two."""

import pytest

from jinguo.elections.actions.nominating import Nomination, nominate
from jinguo.elections.enums import Office
from jinguo.elections.errors.refusals import BothStand
from jinguo.elections.models import Candidate
from jinguo.people.models import Person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
from tests.factories.elections import BY, VILLAGE, called
from tests.factories.imports import picture

ROWS = ("people_person", "roster_appointment", "elections_candidate")


@pytest.fixture
def two(qingliu: None) -> tuple[Person, Person]:
    """A woman of the village that elects, and one of another."""
    found: list[Person] = []
    for code in (VILLAGE, "350423106201"):
        seats = Appointment.objects.filter(federation__division__versions__code=code, ends_on=None)
        found.append(seats.exclude(person__in=[one.pk for one in found]).earliest("pk").person)
    return found[0], found[1]


def standing(*women: Person) -> None:
    congress = called()
    for one in women:
        words = Nomination(one.name, Office.EXECUTIVE, person_id=one.pk)
        nominate(congress_id=congress.pk, words=words, by=BY)


def test_who_stood_stands_under_the_record_that_stays_and_goes_back(
    two: tuple[Person, Person],
) -> None:
    kept, gone = two
    standing(gone)
    before = picture(*ROWS)

    batch = merge(kept_id=kept.pk, gone_id=gone.pk, by=BY)

    assert list(Candidate.objects.values_list("person_id", flat=True)) == [kept.pk]
    undo(batch_id=batch.pk, by=BY)
    assert picture(*ROWS) == before


def test_two_who_stand_in_one_election_are_two(two: tuple[Person, Person]) -> None:
    standing(*two)
    before = picture(*ROWS)

    with pytest.raises(BothStand):
        merge(kept_id=two[0].pk, gone_id=two[1].pk, by=BY)

    assert picture(*ROWS) == before
