"""Invented histories: whatever the lists say, the versions say it too."""

from datetime import date

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.divisions import queries
from jinguo.divisions.models import Version
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
