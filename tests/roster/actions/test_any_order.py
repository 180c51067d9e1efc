"""Lists of one unit in any order: each day shows its list, and no list read twice matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Batch
from tests.factories.imports import (
    applied,
    bring,
    bring_list,
    counts,
    found,
    names,
    periods,
    picture,
    seats,
)
from tests.factories.workbooks import as_csv, cell, committee, sheet, woman

UNIT = "红岩镇大坪村"
START = date(2010, 1, 1)

pytestmark = pytest.mark.usefixtures("linshan")


@dataclass(frozen=True)
class Life:
    """A woman on a committee, in days after 2010: since when, until when, promoted when."""

    since: int
    until: int
    promoted: int | None

    def row(self, number: int, day: int) -> dict[str, str] | None:
        """Her row in the list of a day, if she is on it."""
        if not self.since <= day < self.until:
            return None
        promoted = self.promoted is not None and self.promoted <= day
        since = self.promoted if promoted and self.promoted is not None else self.since
        return woman(
            f"女{'甲乙丙丁戊己'[number]}",
            "副主席" if promoted else "主席" if number == 0 else "执委",
            unit=UNIT,
            birth=f"1970.0{number + 1}",
            occupation=f"{self.since} {day // 400}",
            since=str(START + timedelta(days=since)),
        )


@st.composite
def lives(draw: st.DrawFn) -> Life:
    since = draw(st.sampled_from([0, 0, 200, 500, 900, 1500]))
    until = since + draw(st.sampled_from([300, 800, 9999]))
    promoted = draw(st.none() | st.integers(since + 50, since + 700))
    return Life(since, until, promoted)


def lists_of(women: Sequence[Life], days: Sequence[int]) -> dict[int, list[dict[str, str]]]:
    """The list of each day on which anybody sat."""
    found = {}
    for day in days:
        rows = [life.row(number, day) for number, life in enumerate(women)]
        if any(rows):
            found[day] = [row for row in rows if row]
    return found


histories = st.builds(
    lists_of,
    st.lists(lives(), min_size=3, max_size=6),
    st.lists(st.integers(0, 2000), min_size=3, max_size=4, unique=True).map(sorted),
).filter(bool)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_matter(
    history: dict[int, list[dict[str, str]]], chance: object
) -> None:
    shuffled = list(history)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    usual = imported(history, list(history))

    for order in (shuffled, list(reversed(history))):
        assert imported(history, order) == usual


def test_a_list_between_shows_that_she_had_not_left_yet() -> None:
    women = [Life(0, 800, 296), Life(200, 10199, None), Life(200, 10199, None)]
    history = lists_of(women, [82, 336, 849])
    usual = imported(history, list(history))

    assert all(imported(history, list(order)) == usual for order in permutations(history))


def imported(
    history: dict[int, list[dict[str, str]]], order: list[int]
) -> tuple[list[tuple[str, str, str, str, str]], dict[str, str]]:
    """Seats and occupations after importing the lists in this order; nothing of it is kept."""
    files = {day: file_of(day, rows) for day, rows in history.items()}
    with transaction.atomic():
        for day in order[:-1]:
            assert not bring(files[day]).refused
        before = picture()
        last = bring(files[order[-1]]).batch
        assert last is not None
        undo(batch_id=last, by=system())
        assert picture() == before
        assert bring(files[order[-1]]).batch is not None
        for day, rows in history.items():
            assert names(START + timedelta(days=day)) == sorted(row["name"] for row in rows)
            again = bring(files[day])
            assert (*counts(again), again.batch) == (0, 0, 0, len(rows), None)
        people = dict(Person.objects.values_list("name", "occupation"))
        found = periods(), people
        transaction.set_rollback(True)
    return found


def file_of(day: int, rows: list[dict[str, str]]) -> tuple[str, bytes]:
    """A list as a file."""
    return f"{day}.csv", as_csv(sheet(*rows, day=str(START + timedelta(days=day))))


def test_an_old_list_imported_again_brings_nobody_back() -> None:
    old = committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")
    old[0]["since"] = "2014.3.8"
    applied(bring_list(*old))
    applied(bring_list(*old[1:], day="2019年9月1日"))
    assert names("2019-08-31") == ["张梅", "李兰", "王菊"]
    assert names("2019-09-01") == ["李兰", "王菊"]

    again = bring_list(*old)

    assert (*counts(again), again.batch) == (0, 0, 0, 3, None)


def test_a_list_that_shows_a_woman_moves_the_day_she_left_behind_it() -> None:
    women = committee(UNIT, "张梅", "李兰", "王菊", since="2014.3.8")
    women[1]["since"] = "2018.12.20"
    applied(bring_list(*women, day="2019年3月1日"))

    applied(bring_list(*women[:2], day="2020年3月1日"))

    assert ("王菊", "executive") in seats("2019-03-01")
    assert [row[4] for row in periods() if row[1] == "王菊"] == ["2020-03-01"]


def test_an_older_list_shows_on_its_day_and_leaves_the_newer_one_its_own() -> None:
    newer = committee(UNIT, "张梅", "李兰", since="2018.12.20")
    newer[1] |= {"post": "副主席（兼职）", "categories": "②"}
    applied(bring_list(*newer, day="2020年3月1日"))
    older = [woman("李兰", "执委", unit=UNIT, birth=newer[1]["birth"], categories="③",
                   since="2018.12.20", remark="连任")]  # fmt: skip

    report = bring_list(*older, day="2019年3月1日")

    assert counts(report) == (0, 0, 2, 0)
    assert seats("2019-03-01") == {("李兰", "executive")}
    assert seats("2020-03-01") == seats("2021-01-01") == {
        ("张梅", "chair"), ("李兰", "vice_chair"),
    }  # fmt: skip
    assert ("warn", "not_listed_here", cell("unit", 1)) in found(report)


def test_who_was_only_on_an_older_list_had_left_by_the_newer_one() -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰"), day="2020年3月1日"))

    applied(bring_list(*committee(UNIT, "张梅", "王菊"), day="2019年3月1日"))

    assert names("2020-02-29") == ["张梅", "王菊"]
    assert names("2020-03-01") == ["张梅", "李兰"]


def test_undoing_a_list_forgets_that_it_was_there() -> None:
    first = applied(bring_list(*committee(UNIT, "张梅", "李兰"), day="2020年3月1日")).batch
    assert first is not None
    undo(batch_id=first, by=system())

    applied(bring_list(*committee(UNIT, "张梅", "王菊"), day="2019年3月1日"))

    assert names("2021-01-01") == ["张梅", "王菊"]
    assert Batch.objects.filter(undone_at=None).count() == 1
