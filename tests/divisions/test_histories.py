"""Invented histories: whatever the lists say, the versions say it too."""

from datetime import date
from itertools import pairwise

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.divisions import queries
from jinguo.divisions.models import Version
from jinguo.divisions.rules.names import stem
from tests.divisions.lists import COUNTY, county, identities, load, open_matches

pytestmark = pytest.mark.django_db

DAYS = [date(year, 10, 31) for year in range(2016, 2021)]
NAMES = [
    f"{word}{kind}"
    for word in ("东山", "西山", "太山", "新", "李坊")
    for kind in ("村委会", "社区居委会")
]
VILLAGES = st.dictionaries(st.sampled_from(["001", "201", "202", "203"]), st.sampled_from(NAMES))
TOWNSHIPS = st.dictionaries(
    st.sampled_from(["100", "101", "202"]),
    st.tuples(st.sampled_from(["城关镇", "林畲乡", "林畲镇", "城北街道"]), VILLAGES),
    min_size=1,
)
HISTORIES = st.dictionaries(st.sampled_from(DAYS), TOWNSHIPS, min_size=1)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=HISTORIES, data=st.data())
def test_versions_repeat_every_list_and_know_no_order(
    db: None, history: dict[date, dict[str, tuple[str, dict[str, str]]]], data: st.DataObject
) -> None:
    files = {day: county(day.isoformat(), townships) for day, townships in history.items()}
    with transaction.atomic():
        load(*files.values(), allow_losses=True)
        expected, asked = identities(), open_matches()
        _lists_come_back(history)
        _nobody_is_twice()
        _who_is_whom(history)
        transaction.set_rollback(True)
    with transaction.atomic():
        for day in data.draw(st.permutations(sorted(files))):
            before = _first_seen()
            report = load(files[day], allow_losses=True)
            _identities_stay(before, {gone for _kept, gone in report.joined})
        assert identities() == expected
        assert open_matches() == asked
        transaction.set_rollback(True)


def _lists_come_back(history: dict[date, dict[str, tuple[str, dict[str, str]]]]) -> None:
    days = sorted(history)
    for day, townships in history.items():
        asked = [day] if day != days[0] else [day, date(1950, 1, 1)]
        listed = {"350999000000": "测试县"}
        for township, (name, villages) in townships.items():
            listed[f"350999{township}000"] = name
            listed |= {f"350999{township}{code}": word for code, word in villages.items()}
        for when in asked:
            top = queries.place("350999", when)
            assert {p.code: p.name for p in queries.subtree(top, when)} == listed


def _who_is_whom(history: dict[date, dict[str, tuple[str, dict[str, str]]]]) -> None:
    """From each list to the next, judged by the lists alone."""
    days = sorted(history)
    for before, after in pairwise(days):
        then, now = _identities(before), _identities(after)
        for township, (name, villages) in history[before].items():
            next_name, next_villages = history[after].get(township, ("", {}))
            if stem(next_name, 4) == stem(name, 4):
                assert then[township] == now[township]
            for code, village in villages.items():
                _one_village(township + code, then, now, village == next_villages.get(code))
        _nobody_strays(then, now, history[before], history[after])


def _one_village(code: str, then: dict[str, int], now: dict[str, int], listed_again: bool) -> None:
    """A code and a name that stay are one place exactly if the township is."""
    if listed_again and then[code[:3]] == now[code[:3]]:
        assert then[code] == now[code]


def _nobody_strays(
    then: dict[str, int],
    now: dict[str, int],
    were: dict[str, tuple[str, dict[str, str]]],
    are: dict[str, tuple[str, dict[str, str]]],
) -> None:
    """A village found under another place went there with half of its township or more."""
    found = {division_id: code for code, division_id in now.items()}
    for township, (_name, villages) in were.items():
        for code in villages:
            new = found.get(then[township + code])
            if new is None or then[township] == now[new[:3]]:
                continue
            there = {stem(name, 5) for name in are[new[:3]][1].values()}
            went = [name for name in villages.values() if stem(name, 5) in there]
            assert 2 * len(went) >= len(villages)
            assert then[township] not in now.values()


def _identities(day: date) -> dict[str, int]:
    """Code without the county → identity, of townships and villages."""
    top = queries.place(COUNTY, day)
    return {
        p.code[6:9] if p.level == 4 else p.code[6:]: p.division_id
        for p in queries.subtree(top, day)
        if p.level >= 4
    }


def _nobody_is_twice() -> None:
    for day in [date(1950, 1, 1), *DAYS, date(2100, 1, 1)]:
        alive = Version.objects.filter(queries.holds_on(day))
        codes = list(alive.values_list("code", flat=True))
        places = list(alive.values_list("division_id", flat=True))
        assert len(codes) == len(set(codes))
        assert len(places) == len(set(places))


def _first_seen() -> dict[int, tuple[str, date]]:
    """Division → its oldest code, with a day on which it was listed under it."""
    first_list = min((listing.as_of for listing in queries.listings(COUNTY)), default=DAYS[0])
    oldest: dict[int, tuple[str, date]] = {}
    for version in Version.objects.order_by(F("valid_from").asc(nulls_first=True)):
        if version.level >= 3:
            day = version.valid_from or first_list
            oldest.setdefault(version.division_id, (version.code, day))
    return oldest


def _identities_stay(before: dict[int, tuple[str, date]], joined: set[int]) -> None:
    for division_id, (code, day) in before.items():
        assert division_id in joined or queries.place(code, day).division_id == division_id
