"""Whatever is done in whatever order, a gate is closed exactly when its evidence holds."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from jinguo.activities import actions as activities
from jinguo.campaigns.actions import (
    Plan,
    WavePlan,
    file_result,
    plan_campaign,
    review,
    strike_filing,
    unstrike_filing,
)
from jinguo.campaigns.enums import Gate, Verdict
from jinguo.campaigns.errors import NothingToReview
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.status import status
from jinguo.divisions.actions import decide
from jinguo.divisions.models import Succession
from jinguo.federations.actions import merge, open_county
from jinguo.groups import actions as groups
from jinguo.groups.enums import GroupKind
from jinguo.kernel.actor import system
from jinguo.plaques import actions as plaques
from jinguo.records.errors import RecordUnfit
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Post
from tests.campaigns.by_hand import (
    EAST,
    FLAT,
    LISTED,
    SECOND_LIST,
    STONE,
    VICTORY,
    Asked,
    Line,
    Paper,
    Word,
    World,
)
from tests.factories.activities import noted
from tests.factories.counties import LINSHAN, county, county_list, load
from tests.factories.deeds import TODAY, deed, minutes, new, unit
from tests.factories.imports import applied, bring_list
from tests.factories.photos import photo
from tests.factories.workbooks import committee

THIRD_LIST, MERGED_ON = "2021-10-31", date(2020, 3, 1)
CODES = {EAST: "201", VICTORY: "201", STONE: "200", FLAT: "202"}
FILL = {f"9{n:02}": f"{word}坊村委会" for n, word in enumerate("寅卯辰巳午未申酉")}
WOMEN = ("张梅", "李兰", "赵竹", "王菊", "陈荷", "周莲", "吴桂", "郑芳", "冯英")
OTHERS = ("钱云", "孙雪", "何静", "吕霞", "施萍", "孔燕", "曹玉", "严琴", "华珍")
OLD = Asked("old", (EAST, STONE, FLAT), date(2019, 4, 30))
LATE = Asked("late", (VICTORY, STONE, FLAT), date(2020, 8, 31))

DAYS = st.sampled_from(
    [
        *(day - timedelta(days=1) for day in (LISTED, SECOND_LIST)),
        *(LISTED, SECOND_LIST, date(2018, 9, 1), MERGED_ON, date(2021, 6, 1)),
    ]
)
LOOKED_AT = [SECOND_LIST - timedelta(days=1), SECOND_LIST, date(2021, 6, 1)]
VILLAGES = st.sampled_from(list(CODES))
ANY = st.integers(0, 99)


def villages(east: str) -> dict[str, str]:
    """The villages of 红岩镇, the first under the name it has on a list."""
    return {"201": f"{east}村民委员会", "200": "石桥村委会", "202": "大坪村委会", **FILL}


def federation(village: str) -> int:
    """Its federation, by a code it once had."""
    day = date(2018, 1, 1) if village == EAST else date(2020, 1, 1)
    return unit(f"{LINSHAN}100{CODES[village]}", day)


def women(village: str, names: tuple[str, ...], day: str, *, chair: bool) -> None:
    """A list of the committee, by the rules but for its chair."""
    rows = committee(f"红岩镇{village}", *names)
    if not chair:
        rows[0]["post"] = "执委"
    applied(bring_list(*rows, day=day))


def planned(one: Asked, first: date, last: date) -> Campaign:
    """The campaign with one wave."""
    asked = [federation(village) for village in one.villages]
    plan = Plan("会改联", first, last, (WavePlan("全面", one.due, asked),))
    return plan_campaign(slug=one.slug, county=county(), plan=plan, by=system())


@pytest.fixture
def world(db: None) -> Succession:
    """The world of ``by_hand``, two campaigns in it, and the match that may be decided."""
    load(county_list("2017-10-31", {"100": ("红岩镇", villages(EAST))}))
    load(county_list(SECOND_LIST.isoformat(), {"100": ("红岩镇", villages(VICTORY))}))
    open_county(county=county(), by=system())
    women(STONE, WOMEN, "2018年3月1日", chair=True)
    women(EAST, WOMEN, "2018年3月1日", chair=True)
    women(FLAT, OTHERS, "2018年3月1日", chair=False)
    planned(OLD, date(2018, 1, 1), date(2019, 6, 30))
    planned(LATE, date(2020, 1, 1), date(2020, 12, 31))
    return Succession.objects.get()


class Life(RuleBasedStateMachine):
    """Steps in any order; after each the campaigns show what the plain reckoning says."""

    match: Succession

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.again = transaction.atomic()
        self.again.__enter__()
        self.shot = photo().pk
        self.coded_anew = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.again.__exit__(None, None, None)

    def _note(self, kind: str, village: str, day: date, number: int, **more: Any) -> None:
        self.world.papers.append(Paper(kind, number, self.world.who(village), day, **more))

    def _pick(self, at: int, *kinds: str, struck: bool = False) -> Paper | None:
        found = [one for one in self.world.papers if one.kind in kinds and one.struck == struck]
        return found[at % len(found)] if found else None

    @rule(village=VILLAGES, day=DAYS)
    def register(self, village: str, day: date) -> None:
        made = groups.register(
            federation_id=federation(village), name=f"妇女群{len(self.world.papers)}",
            kind=GroupKind.WOMEN, founded_on=day, today=TODAY, by=system(),
        )  # fmt: skip
        self._note("group", village, day, made.pk)

    @rule(at=ANY, later=st.sampled_from([1, 200, 900]))
    def dissolve(self, at: int, later: int) -> None:
        if (one := self._pick(at, "group")) is not None:
            one.until = one.day + timedelta(days=later)
            groups.dissolve(group_id=one.number, on=one.until, today=TODAY, by=system())

    @rule(village=VILLAGES, day=DAYS, shown=st.booleans())
    def hang(self, village: str, day: date, shown: bool) -> None:
        made = plaques.hang(
            federation_id=federation(village), place="村部门口", hung_on=day, today=TODAY,
            by=system(), photo_id=self.shot if shown else None,
        )  # fmt: skip
        self._note("plaque", village, day, made.pk, shown=shown)

    @rule(at=ANY)
    def show_or_hide(self, at: int) -> None:
        if (one := self._pick(at, "plaque")) is not None:
            one.shown = not one.shown
            values = {"photo_id": self.shot if one.shown else None}
            plaques.amend(plaque_id=one.number, values=values, today=TODAY, by=system())

    @rule(village=VILLAGES, day=DAYS)
    def note(self, village: str, day: date) -> None:
        made = noted(federation(village), held_on=day)
        self._note("activity", village, day, made.pk)

    @rule(at=ANY, day=DAYS)
    def date_anew(self, at: int, day: date) -> None:
        if (one := self._pick(at, "activity")) is not None:
            one.day = day
            activities.amend(
                activity_id=one.number, values={"held_on": day}, today=TODAY, by=system()
            )

    @rule(village=VILLAGES, day=DAYS)
    def file(self, village: str, day: date) -> None:
        if self.world.who(village) == EAST and day >= SECOND_LIST:
            return  # the place is on no list of that day
        filing: dict[str, Any] = {
            "federation_id": federation(village), "elected_on": day, "paper": ("a", b"1"),
            "today": TODAY, "by": system(),
        }  # fmt: skip
        if self.world.sits(village, day):
            self._note("filing", village, day, file_result(**filing).pk)
        else:
            with pytest.raises(RecordUnfit):
                file_result(**filing)

    @precondition(lambda self: not any(self.world.standing(FLAT, "co_option")))
    @precondition(lambda self: self.world.merged_on is None)
    @rule(day=DAYS.filter(lambda day: day > LISTED))
    def co_opt_a_chair(self, day: date) -> None:
        seats, chair = len(OTHERS), new("周静", Post.CHAIR)
        made = deed(Deed.CO_OPTION, federation(FLAT), day, minutes=minutes(seats), enter=[chair])
        self._note("co_option", FLAT, day, made.pk)

    @rule(at=ANY)
    def strike(self, at: int) -> None:
        one = self._pick(at, *_STRIKE)
        if one is not None:
            _STRIKE[one.kind](one.number)
            one.struck = True

    @rule(at=ANY)
    def put_back(self, at: int) -> None:
        if (one := self._pick(at, *_PUT_BACK, struck=True)) is not None:
            _PUT_BACK[one.kind](one.number)
            one.struck = False

    @rule(
        asked=st.sampled_from([OLD, LATE]), at=ANY, verdict=st.sampled_from(list(Verdict)), day=DAYS
    )
    def say(self, asked: Asked, at: int, verdict: Verdict, day: date) -> None:
        closed = [(one, gate) for one in CODES for gate in self.world.proofs(one, day)]
        village, gate = ([*closed, (STONE, "group")] * 100)[at]
        paper = self.world.proofs(village, day).get(gate)
        words: dict[str, Any] = {
            "campaign": Campaign.objects.get(slug=asked.slug),
            "gate": Gate(gate), "verdict": verdict,
            "federation_id": federation(village), "record_id": paper.number if paper else 0,
            "reason": "照片不清", "today": day, "by": system(),
        }  # fmt: skip
        if paper is None:
            with pytest.raises(NothingToReview):
                review(**words)
        else:
            review(**words)
            self.world.words.append(Word(asked.slug, paper, verdict.value, day))

    @rule()
    def one_place_or_two(self) -> None:
        decide(self.match, same=not self.world.one_place, by=system())
        if self.world.one_place:
            self.world.part()
        else:
            self.world.join()

    @precondition(lambda self: self.world.merged_on is None)
    @rule()
    def merge_villages(self) -> None:
        merge(
            federation_ids=[federation(FLAT)], into_id=federation(STONE), on=MERGED_ON, by=system()
        )
        self.world.merged_on = MERGED_ON

    @precondition(lambda self: not self.coded_anew)
    @rule()
    def code_anew(self) -> None:
        load(county_list(THIRD_LIST, {"103": ("红岩镇", villages(VICTORY))}))
        self.coded_anew = True

    @invariant()
    def shows_what_is_on_record(self) -> None:
        for asked in (OLD, LATE):
            campaign = Campaign.objects.get(slug=asked.slug)
            for day in LOOKED_AT:
                found = status(campaign, day, reader=system()).as_json()["units"]
                assert _lines(found) == self.world.lines(asked, day), (asked.slug, day)


def _lines(units: list[dict[str, Any]]) -> dict[str, Line]:
    return {
        one["name"].removesuffix("妇联"): (
            one["closed_on"], one["overdue"], one["returned"], one["accepted"],
        )
        for one in units
    }  # fmt: skip


_STRIKE: dict[str, Callable[[int], object]] = {
    "filing": lambda number: strike_filing(filing_id=number, why="错", by=system()),
    "plaque": lambda number: plaques.strike(plaque_id=number, why="错", by=system()),
    "group": lambda number: groups.strike(group_id=number, why="错", by=system()),
    "activity": lambda number: activities.strike(activity_id=number, why="错", by=system()),
    "co_option": lambda number: undo(batch_id=number, by=system()),
}
_PUT_BACK: dict[str, Callable[[int], object]] = {
    "filing": lambda number: unstrike_filing(filing_id=number, by=system()),
    "plaque": lambda number: plaques.unstrike(plaque_id=number, by=system()),
    "group": lambda number: groups.unstrike(group_id=number, today=TODAY, by=system()),
    "activity": lambda number: activities.unstrike(activity_id=number, by=system()),
}


def test_gates_are_closed_exactly_when_their_evidence_holds(world: Succession) -> None:
    Life.match = world
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=10, stateful_step_count=16, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        ),
    )  # fmt: skip
