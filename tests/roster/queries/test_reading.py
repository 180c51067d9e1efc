"""Committees, persons and imports as pages read them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.federations.actions import close
from jinguo.federations.models import Federation
from jinguo.federations.queries import units_below
from jinguo.kernel.actor import VIEW, system
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment, Batch
from jinguo.roster.queries.batches import batch, batches
from jinguo.roster.queries.committees import committee, committees, founded
from jinguo.roster.queries.later import later_edits, units_of_batch
from jinguo.roster.queries.people import person_card
from jinguo.roster.queries.state import load_state, namesakes_elsewhere
from jinguo.roster.queries.summaries import summaries
from jinguo.roster.queries.terms import terms
from tests.factories.imports import QINGLIU, applied, bring_list, officer
from tests.factories.workbooks import committee as women

BEFORE, AFTER = date(2017, 5, 10), date(2017, 7, 31)

pytestmark = pytest.mark.usefixtures("qingliu")


def federation(code: str, day: date = AFTER) -> int:
    """The federation with this code."""
    return units_below(code, day)[0].federation_id


def test_a_committee_sits_chair_first_with_phones_masked() -> None:
    seats = committee(federation("350423202"), AFTER)

    assert [seat.post for seat in seats][:3] == ["chair", "vice_chair", "vice_chair"]
    assert len(seats) == 23
    assert seats[0].name == "万琼柔"
    assert seats[0].phone_masked == "199****1283"
    assert {seat.starts_on for seat in seats} == {date(2017, 7, 15)}


def test_all_committees_of_a_county_are_one_query() -> None:
    ids = [unit.federation_id for unit in units_below(QINGLIU, AFTER)]

    with CaptureQueriesContext(connection) as queries:
        found = committees(ids, AFTER)

    assert len(queries) == 1
    assert sum(map(len, found.values())) == 313 + 1601
    assert len(found) == len(ids)


def test_whoever_shows_no_numbers_opens_none() -> None:
    ids = [unit.federation_id for unit in units_below(QINGLIU, AFTER)]

    with CaptureQueriesContext(connection) as queries:
        found = committees(ids, AFTER, phones=False)

    assert {seat.phone_masked for seats in found.values() for seat in seats} == {""}
    assert len(queries) == 1
    assert "phone" not in queries[0]["sql"]


def test_since_when_a_unit_counts_and_when_its_terms_began() -> None:
    town, village = federation("350423202"), federation("350423202204")

    assert founded([town, village]) == {town: date(2014, 3, 8), village: date(2017, 5, 23)}
    assert terms([town])[town] == [date(2014, 3, 8), date(2017, 7, 15)]


def test_summaries_agree_with_the_committees() -> None:
    ids = [unit.federation_id for unit in units_below(QINGLIU, AFTER)]
    with CaptureQueriesContext(connection) as queries:
        found = summaries(ids, AFTER)
    seats = committees(ids, AFTER)

    assert len(queries) <= 2
    for number, one in found.items():
        assert one.executives == len(seats[number])
        assert one.vice_chairs == sum(seat.post == "vice_chair" for seat in seats[number])
        assert set(one.chairs) == {s.name for s in seats[number] if s.post == "chair"}


def test_what_an_import_needs_to_know_is_four_queries_for_one_unit_or_all() -> None:
    everything = list(Federation.objects.values_list("pk", flat=True))
    for ids in (everything[:1], everything):
        with CaptureQueriesContext(connection) as queries:
            load_state(ids)
        assert len(queries) == 4


def test_namesakes_are_found_in_the_county_and_by_phone_anywhere() -> None:
    latest = Appointment.objects.select_related("person").latest("pk")
    someone, unit = latest.person, latest.federation_id

    def known(lowest: str, phones: list[str], units: list[int]) -> list[int]:
        found = namesakes_elsewhere([someone.name], phones, lowest, f"{lowest[:6]}:", units)
        return [one.person_id for one in found]

    assert someone.pk in known("350423000000", [], [])
    assert someone.pk not in known("350423000000", [], [unit])
    assert known("430999000000", [someone.phone], []) == [someone.pk]
    assert known("430999000000", [], []) == []


def test_a_card_shows_what_a_woman_holds_and_held() -> None:
    chair = committee(federation("350423100"), AFTER)[0]

    card = person_card(chair.person_id, AFTER, system())

    assert card is not None
    assert card.name == "徐琴晓"
    facts = {fact.name: fact.value for fact in card.facts}
    assert facts["phone"] == "199****0001"
    assert facts["birth_month"] == chair.birth_month
    assert [one.starts_on for one in card.holdings] == [date(2017, 6, 18), date(2014, 3, 8)]
    assert [one.covers(AFTER) for one in card.holdings] == [True, False]
    assert card.holdings[0].unit_name == "龙津镇妇联"


def test_a_card_is_seen_only_by_whoever_sees_one_of_her_units() -> None:
    chair = committee(federation("350423202"), AFTER)[0]

    assert person_card(chair.person_id, AFTER, officer("350423106")) is not None
    assert person_card(chair.person_id, AFTER, officer("350423100")) is None
    assert person_card(10**9, AFTER, system()) is None


def test_a_card_names_units_as_they_were_called_then() -> None:
    chair = committee(federation("350423202"), AFTER)[0]
    then = person_card(chair.person_id, AFTER, system())
    now = person_card(chair.person_id, date(2020, 1, 1), system())

    assert then is not None
    assert now is not None
    assert then.holdings[0].unit_name == "林畲乡妇联"
    assert now.holdings[0].unit_name == "林畲镇妇联"
    assert then.holdings[0].unit_code == now.holdings[0].unit_code == "350423106000"


def test_imports_are_listed_for_the_county_and_to_each_her_own() -> None:
    county_id = units_below(QINGLIU, AFTER)[0].place.division_id
    mine = officer("350423106")
    own = applied(bring_list(*women("林畲镇妇联", "张梅", "李兰"), into=QINGLIU, by=mine)).batch
    assert own is not None

    assert batches(county_id, reader=system())[0].id == own
    assert [one.id for one in batches(county_id, reader=mine)] == [own]
    assert batches(county_id, reader=officer("350423", capabilities=(VIEW,), id=9)) == []
    line = batch(own, reader=mine)
    assert line is not None
    assert line.files == ("名册.xlsx",)
    assert line.report["joined"] == 2
    first = Batch.objects.earliest("pk").pk
    assert batch(first, reader=mine) is None
    assert batch(10**9, reader=system()) is None


def test_a_batch_knows_its_units_and_what_came_later() -> None:
    first = Batch.objects.earliest("pk").pk
    assert len(units_of_batch(first)) == 132
    assert later_edits(first) == []

    own = applied(bring_list(*women("林畲镇妇联", "张梅", "李兰"), into=QINGLIU)).batch
    assert own is not None

    assert units_of_batch(own) == [federation("350423202")]
    assert len(later_edits(first)) == 1
    undo(batch_id=own, by=system())
    assert later_edits(first) == []


@pytest.mark.usefixtures("qingliu")
def test_a_post_ends_at_the_latest_with_its_unit() -> None:
    place = federation("350423100")
    close(federation_id=place, on=date(2022, 1, 1), by=system())
    chair = committee(place, AFTER)[0]

    card = person_card(chair.person_id, date(2023, 1, 1), system())

    assert card is not None
    assert (card.holdings[0].ends_on, card.holdings[0].with_unit) == (date(2022, 1, 1), True)
    assert not card.holdings[0].covers(date(2023, 1, 1))
