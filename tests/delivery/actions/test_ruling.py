"""A county says how its units are reminded."""

from datetime import date, time

import pytest

from jinguo.agenda.actions.ladders import set_ladder
from jinguo.agenda.enums import Whom
from jinguo.agenda.models import Ladder
from jinguo.agenda.queries.ladders import ladder_shelf
from jinguo.agenda.rules.ladder import Step
from jinguo.audit.models import Entry
from jinguo.delivery.actions.ruling import set_manner
from jinguo.delivery.errors import MannerForbidden, MannerUnfit
from jinguo.delivery.models import DeliveryRule
from jinguo.delivery.queries.manners import manner_shelf
from jinguo.delivery.rules.manners import Manner
from jinguo.kernel.actor import RULES, Actor, Grant
from tests.factories.counties import LINSHAN, county
from tests.factories.imports import picture

OFFICE = Actor(3, "县妇联", (Grant(RULES, LINSHAN),))
VILLAGE, SINCE = "430999100200", date(2019, 3, 1)
EARLY = Manner(time(20, 30), time(8), 5)
STEPS = (Step(-3, Whom.CHAIR), Step(5, Whom.ABOVE))


def manner(by: Actor = OFFICE, said: Manner = EARLY, source: str = "县妇联〔2019〕3号") -> None:
    set_manner(
        place=county(), since=SINCE, manner=said, source=source, verified=True, by=by
    )  # fmt: skip


def ladder(by: Actor = OFFICE, steps: tuple[Step, ...] = STEPS) -> None:
    set_ladder(place=county(), since=SINCE, steps=steps, source="县妇联", verified=True, by=by)


def test_its_own_holds_from_its_day_and_there_only(linshan: None) -> None:
    usual = manner_shelf().manner(VILLAGE, SINCE)
    manner()
    ladder()

    shelf, ladders = manner_shelf(), ladder_shelf()
    assert shelf.manner(VILLAGE, SINCE) == EARLY
    assert shelf.manner(VILLAGE, date(2019, 2, 28)) == usual
    assert shelf.manner("350423100200", SINCE) == usual
    assert ladders.ladder(VILLAGE, SINCE)[1] == STEPS
    assert len(ladders.ladder(VILLAGE, date(2019, 2, 28))[1]) == 6
    assert len(ladders.ladder("350423100200", SINCE)[1]) == 6


def test_said_otherwise_it_is_one_rule_with_what_was_before(linshan: None) -> None:
    manner()
    manner(said=Manner(time(21), time(7), 8))
    ladder()
    ladder(steps=STEPS[:1])

    assert DeliveryRule.objects.filter(prefix=LINSHAN).count() == 1
    assert Ladder.objects.filter(prefix=LINSHAN).count() == 1
    said = Entry.objects.filter(verb="reminders.manner_set").latest("pk")
    assert said.before is not None
    assert said.after is not None
    assert (said.before["weekly_cap"], said.after["weekly_cap"]) == (5, 8)
    steps = Entry.objects.filter(verb="reminders.ladder_set").latest("pk")
    assert steps.after is not None
    assert steps.after["steps"] == ["-3 chair"]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"by": Actor(9, "乡镇")}, MannerForbidden),
        ({"said": Manner(time(23, 30), time(7), 5)}, MannerUnfit),
        ({"source": "  "}, MannerUnfit),
    ],
)
def test_a_refusal_changes_nothing(
    linshan: None, words: dict[str, object], error: type[Exception]
) -> None:
    before = picture("delivery_deliveryrule", "audit_entry")

    with pytest.raises(error):
        manner(**words)  # type: ignore[arg-type]

    assert picture("delivery_deliveryrule", "audit_entry") == before


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"by": Actor(9, "乡镇")}, MannerForbidden),
        ({"steps": (Step(1, Whom.TOP),)}, MannerUnfit),
    ],
)
def test_a_refused_ladder_changes_nothing(
    linshan: None, words: dict[str, object], error: type[Exception]
) -> None:
    before = picture("agenda_ladder", "agenda_rung", "audit_entry")

    with pytest.raises(error):
        ladder(**words)  # type: ignore[arg-type]

    assert picture("agenda_ladder", "agenda_rung", "audit_entry") == before
