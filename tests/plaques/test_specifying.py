"""A county says how its plaques are to be, from a day on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.access.queries import actor_for
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.kernel.actor import Actor, system
from jinguo.plaques.actions import (
    Stated,
    amend,
    hang,
    state_specification,
    withdraw_specification,
)
from jinguo.plaques.enums import Direction
from jinguo.plaques.errors import (
    SpecificationForbidden,
    SpecificationUnfit,
    SpecificationUnknown,
)
from jinguo.plaques.models import Plaque, PlaqueSpecification
from jinguo.plaques.queries import specification, specifications, text_of
from jinguo.plaques.rules import Board
from jinguo.records.errors import RecordUnfit
from tests.factories.deeds import TODAY, unit

pytestmark = pytest.mark.usefixtures("qingliu")
VILLAGE = "350423106204"
SINCE = date(2018, 1, 1)
SHORT = Stated(
    valid_from=SINCE,
    board=Board(400, 2400),
    county_wording="{全称}妇联",
    township_wording="{全称}妇联",
    village_wording="{本级}妇联",
    source="清妇〔2018〕1号",
    verified=True,
)


def county() -> int:
    return place("350423", TODAY).division_id


def state(stated: Stated = SHORT, by: Actor | None = None) -> PlaqueSpecification:
    return state_specification(county=place("350423", TODAY), stated=stated, by=by or system())


def own() -> list[PlaqueSpecification]:
    return [one for one in specifications(county()) if one.county_id]


def test_the_default_holds_until_the_county_states_its_own() -> None:
    state()

    day_before = specification(county(), date(2017, 12, 31))
    assert (day_before.width_mm, day_before.county_id, day_before.verified) == (350, None, False)
    assert specification(county(), SINCE).width_mm == 400
    assert specification(None, SINCE).width_mm == 350


def test_each_level_reads_by_its_own_wording_from_the_day_on() -> None:
    state()
    village, township = place(VILLAGE, TODAY), place("350423106", TODAY)

    assert text_of(village, date(2017, 5, 23)) == "清流县林畲乡石下村妇女联合会"
    assert text_of(village, SINCE) == "石下村妇联"
    assert text_of(township, TODAY) == "清流县林畲镇妇联"
    assert text_of(place("350423", TODAY), TODAY) == "清流县妇联"


def test_a_plaque_is_judged_by_what_holds_on_the_day_it_was_hung() -> None:
    state()
    Plaque.objects.all().delete()
    hanging = {"federation_id": unit(VILLAGE), "place": "村部", "today": TODAY, "by": system()}

    old = hang(**hanging, hung_on=date(2017, 5, 23))  # type: ignore[arg-type]
    with pytest.raises(RecordUnfit):
        hang(**hanging, hung_on=SINCE, text=old.text)  # type: ignore[arg-type]

    assert hang(**hanging, hung_on=SINCE).text == "石下村妇联"  # type: ignore[arg-type]


def test_what_hangs_keeps_its_text_though_another_is_stated_for_its_day() -> None:
    Plaque.objects.all().delete()
    old = hang(
        federation_id=unit(VILLAGE), place="村部", hung_on=date(2017, 5, 23), today=TODAY,
        by=system(),
    )  # fmt: skip
    state(replace(SHORT, valid_from=None))

    amend(plaque_id=old.pk, values={"place": "大门"}, today=TODAY, by=system())

    old.refresh_from_db()
    assert (old.place, old.text) == ("大门", "清流县林畲乡石下村妇女联合会")


def test_stated_again_for_the_same_day_the_first_is_withdrawn_and_stays_to_be_seen() -> None:
    state()
    state(replace(SHORT, board=Board(500, 2400)))

    assert specification(county(), TODAY).width_mm == 500
    assert [(one.width_mm, one.withdrawn_at is None) for one in own()] == [
        (500, True),
        (400, False),
    ]
    entry = Entry.objects.filter(verb="specification.stated").latest("pk")
    assert (entry.before or {})["width_mm"] == 400
    assert (entry.after or {})["width_mm"] == 500


def test_withdrawn_what_held_before_holds_on_and_twice_is_once() -> None:
    made = state()

    for _twice in range(2):
        withdraw_specification(county=place("350423", TODAY), number=made.pk, by=system())

    assert specification(county(), TODAY).county_id is None
    assert Entry.objects.filter(verb="specification.withdrawn").count() == 1
    state()
    assert specification(county(), TODAY).width_mm == 400


def test_the_default_cannot_be_withdrawn_by_its_number() -> None:
    number = specification(None, TODAY).pk

    with pytest.raises(SpecificationUnknown):
        withdraw_specification(county=place("350423", TODAY), number=number, by=system())

    assert specification(None, TODAY).pk == number


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=25,
)
@given(
    said=st.lists(
        st.tuples(
            st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2025, 1, 1))),
            st.integers(200, 900),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_in_whatever_order_they_are_stated_each_holds_until_the_next(
    said: list[tuple[date | None, int]],
) -> None:
    PlaqueSpecification.objects.filter(county__isnull=False).delete()
    for since, width in said:
        state(replace(SHORT, valid_from=since, board=Board(width, 2400)))

    last = dict(said)  # the last word for a day counts
    by_day = sorted((since or date.min, width) for since, width in last.items())
    for at, (since_day, width) in enumerate(by_day):
        until = by_day[at + 1][0] if at + 1 < len(by_day) else date(2026, 1, 1)
        assert specification(county(), since_day).width_mm == width
        assert specification(county(), date.fromordinal(until.toordinal() - 1)).width_mm == width


@pytest.mark.parametrize("username", ["township", "village", "auditor", "administrator"])
def test_only_the_county_office_states_it(username: str) -> None:
    account = Account.objects.get(username=username)

    with pytest.raises(SpecificationForbidden):
        state(by=actor_for(account.pk, username, TODAY))

    assert not own()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(SHORT, source=" "),
        replace(SHORT, village_wording="妇女联合会"),
        replace(SHORT, village_wording="{村}妇联"),
        replace(SHORT, village_wording="{本级} 妇联"),
        replace(SHORT, village_wording="{本级}<script>"),
        replace(SHORT, board=Board(50, 2000)),
        replace(SHORT, board=Board(350, 20000)),
        replace(SHORT, board=Board(2000, 350)),
        replace(SHORT, board=Board(350, 2000, Direction.HORIZONTAL)),
        replace(SHORT, board=Board(350, 2000, border=100)),
        replace(SHORT, board=Board(350, 2000, ground="white")),
        replace(SHORT, board=Board(350, 2000, ink="#eeeeee")),
    ],
)
def test_what_no_plaque_can_be_made_by_changes_nothing(wrong: Stated) -> None:
    with pytest.raises(SpecificationUnfit):
        state(wrong)

    assert not own()


def test_a_township_states_none() -> None:
    with pytest.raises(SpecificationUnfit):
        state_specification(county=place("350423106", TODAY), stated=SHORT, by=system())
