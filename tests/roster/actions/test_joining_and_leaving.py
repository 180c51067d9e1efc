"""Who joins, leaves, changes and stays when a list is imported on top of what is recorded."""

from datetime import date

import pytest

from jinguo.kernel.actor import system
from jinguo.roster.models import Appointment, Batch
from jinguo.roster.queries.batches import batch_changes
from jinguo.roster.queries.terms import terms
from tests.factories.imports import (
    applied,
    bring,
    bring_list,
    counts,
    found,
    names,
    periods,
    picture,
    refusals,
    seats,
)
from tests.factories.workbooks import COLUMNS, FIVE, book, cell, committee, sheet, woman

STONE_BRIDGE = "430999100200"
UNIT = "红岩镇石桥村妇联"
OLD = ("张梅", "李兰", "王菊", "赵竹")

pytestmark = pytest.mark.usefixtures("linshan")


def first_committee() -> None:
    """Four women since 2018-12-20, as a list of 2019-03-01 has them."""
    applied(bring_list(*committee(UNIT, *OLD, since="2018.12.20")))


def test_everybody_of_a_first_list_joins_on_her_day() -> None:
    report = applied(bring_list(*committee(UNIT, *OLD, since="2018.12.20")))

    assert counts(report) == (4, 0, 0, 0)
    assert (report.rows, report.people, report.units) == (4, 4, 1)
    assert {(start, end) for *_who, start, end in periods()} == {("2018-12-20", "")}
    assert names("2018-12-19") == []
    assert names("2018-12-20") == sorted(OLD)


def test_a_row_without_a_day_starts_on_the_day_of_the_list() -> None:
    applied(bring_list(*committee(UNIT, *OLD)))

    assert names("2019-02-28") == []
    assert names("2019-03-01") == sorted(OLD)


def test_the_same_list_again_changes_nothing_and_leaves_no_batch() -> None:
    first_committee()
    before = picture("people_person", "roster_appointment", "audit_entry")

    report = bring_list(*committee(UNIT, *OLD, since="2018.12.20"))

    assert counts(report) == (0, 0, 0, 4)
    assert report.batch is None
    assert picture(*before) == before
    assert Batch.objects.count() == 1


def test_whoever_is_not_listed_ends_on_the_latest_day_of_the_list() -> None:
    first_committee()
    new = [
        woman("张梅", "主席", unit=UNIT, birth="1960.01", since="2021.1.10", categories=FIVE),
        woman("孙雪", "副主席", unit=UNIT, birth="1980.05", since="2021.1.12"),
    ]

    report = applied(bring_list(*new, day="2021年3月1日"))

    assert counts(report) == (1, 3, 1, 0)
    assert periods() == [
        (STONE_BRIDGE, "孙雪", "vice_chair", "2021-01-12", ""),
        (STONE_BRIDGE, "张梅", "chair", "2018-12-20", "2021-01-10"),
        (STONE_BRIDGE, "张梅", "chair", "2021-01-10", ""),
        (STONE_BRIDGE, "李兰", "vice_chair", "2018-12-20", "2021-01-12"),
        (STONE_BRIDGE, "王菊", "executive", "2018-12-20", "2021-01-12"),
        (STONE_BRIDGE, "赵竹", "executive", "2018-12-20", "2021-01-12"),
    ]


def test_without_any_day_whoever_is_not_listed_ends_on_the_day_of_the_list() -> None:
    first_committee()

    report = applied(bring_list(*committee(UNIT, "张梅", "李兰"), day="2021年3月1日"))

    assert counts(report) == (0, 2, 0, 2)
    assert names("2021-02-28") == sorted(OLD)
    assert names("2021-03-01") == ["张梅", "李兰"]


def test_one_who_left_an_unchanged_committee_is_not_erased_from_its_past() -> None:
    first_committee()

    report = applied(bring_list(*committee(UNIT, *OLD[:3], since="2018.12.20"), day="2020年3月1日"))

    assert counts(report) == (0, 1, 0, 3)
    assert names("2019-12-31") == sorted(OLD)
    assert "赵竹" not in names("2020-03-01")


def test_a_corrected_list_of_the_same_day_takes_back_who_never_sat() -> None:
    applied(bring_list(*committee(UNIT, *OLD)))

    report = applied(bring_list(*committee(UNIT, *OLD[:3])))

    assert counts(report) == (0, 1, 0, 3)
    assert not Appointment.objects.filter(person__name="赵竹").exists()


def test_a_later_day_of_appointment_opens_a_new_appointment() -> None:
    first_committee()
    again = [*committee(UNIT, *OLD[:3], since="2018.12.20")]
    again.append(woman("赵竹", "副主席（兼职）", unit=UNIT, birth="1963.04", since="2019.6.1"))

    report = applied(bring_list(*again, day="2019年7月1日"))

    assert counts(report) == (0, 0, 1, 3)
    assert [row[2:] for row in periods() if row[1] == "赵竹"] == [
        ("executive", "2018-12-20", "2019-06-01"),
        ("vice_chair", "2019-06-01", ""),
    ]


def test_a_new_post_without_a_day_starts_on_the_day_of_the_list() -> None:
    first_committee()
    again = committee(UNIT, *OLD)
    again[3]["post"] = "副主席"

    report = applied(bring_list(*again, day="2019年7月1日"))

    assert counts(report) == (0, 0, 1, 3)
    assert ("赵竹", "executive") in seats("2019-06-30")
    assert ("赵竹", "vice_chair") in seats("2019-07-01")


def test_units_not_in_the_file_are_untouched() -> None:
    first_committee()
    applied(bring_list(*committee("白沙镇石桥村", "周荷", "吴桂"), title="临山县"))
    before = periods(STONE_BRIDGE)

    applied(
        bring_list(*committee("白沙镇石桥村", "郑柳", "吴桂"), title="临山县", day="2020年1月1日")
    )

    assert periods(STONE_BRIDGE) == before


def test_a_list_of_delegates_leaves_the_committee_alone() -> None:
    first_committee()
    delegates = [
        woman("钱枫", "代表", unit=UNIT),
        woman("张梅", "代表", unit=UNIT, birth="1960.01"),
    ]

    report = applied(bring_list(*delegates, day="2020年1月1日"))

    assert counts(report) == (2, 0, 0, 0)
    assert names("2020-01-01") == sorted(OLD)


def test_blank_cells_erase_nothing() -> None:
    full = committee(
        UNIT, *OLD, since="2018.12.20", phone="", occupation="教师", education="大专",
        ethnicity="瑶族", party="群众", remark="连任", gender="女",
    )  # fmt: skip
    for number, one in enumerate(full):
        one["phone"] = f"1990000000{number}"
    applied(bring_list(*full))
    before = picture()

    report = bring_list(
        *[woman(n, p) for n, p in _names_and_posts()], title=UNIT, day="2020年1月1日"
    )

    assert counts(report) == (0, 0, 0, 4)
    assert picture() == before


def _names_and_posts() -> list[tuple[str, str]]:
    return [(one["name"], one["post"]) for one in committee(UNIT, *OLD)]


def test_facts_of_a_person_follow_the_newer_list_only() -> None:
    first_committee()
    newer = committee(UNIT, *OLD, since="2018.12.20", occupation="合作社理事长")
    older = committee(UNIT, *OLD, since="2018.12.20", occupation="村民")

    applied(bring_list(*newer, day="2020年1月1日"))
    report = bring_list(*older, day="2019年6月1日")

    assert counts(report) == (0, 0, 0, 4)
    assert set(_occupations()) == {"合作社理事长"}
    assert found(report, "note") == [
        ("note", "fact_older", cell("occupation", number)) for number in range(1, 5)
    ]


def test_an_older_list_does_not_overwrite_what_a_newer_one_merely_confirmed() -> None:
    applied(bring_list(*committee(UNIT, *OLD, occupation="村民"), day="2018年12月20日"))
    applied(bring_list(*committee(UNIT, *OLD, occupation="村民"), day="2020年1月1日"))

    report = bring_list(*committee(UNIT, *OLD, occupation="理事长"), day="2019年6月1日")

    assert (counts(report), set(_occupations())) == ((0, 0, 0, 4), {"村民"})


def test_an_older_list_tells_what_the_newer_one_left_open() -> None:
    applied(bring_list(*committee(UNIT, *OLD), day="2020年1月1日"))

    report = applied(
        bring_list(*committee(UNIT, *OLD, occupation="教师", phone=""), day="2019年6月1日")
    )

    assert set(_occupations()) == {"教师"}
    assert found(report, "note") == []


def test_what_a_new_term_leaves_open_of_a_seat_goes_on() -> None:
    first = committee(UNIT, *OLD, since="2014.3.8", sector="农业", remark="连任")
    applied(bring_list(*first, columns=[*COLUMNS, "界别"]))

    renewed = committee(UNIT, *OLD, since="2018.12.20", categories="")
    report = applied(bring_list(*renewed, day="2019年6月1日"))

    assert report.changed == 4
    now = Appointment.objects.filter(ends_on=None)
    assert set(now.values_list("sector", "remark")) == {("农业", "")}
    assert [len(one.categories) for one in now.order_by("pk")] == [5, 0, 0, 0]


def _occupations() -> list[str]:
    return list(Appointment.objects.values_list("person__occupation", flat=True))


def test_an_earlier_day_of_a_sitting_woman_is_noted_and_not_believed() -> None:
    first_committee()
    again = committee(UNIT, *OLD, since="2018.12.20")
    again[1]["since"] = "2017.5.1"

    report = bring_list(*again, day="2019年7月1日")

    assert found(report) == [("note", "starts_earlier_than_recorded", "M5")]
    assert counts(report) == (0, 0, 0, 4)


def test_a_day_of_appointment_after_the_day_of_the_list_is_refused() -> None:
    people = committee(UNIT, *OLD, since="2018.12.20")
    people[2]["since"] = "2019.3.2"

    report = bring_list(*people)

    assert refusals(report) == [("starts_after_list", "M6")]
    assert periods() == []


def test_one_who_returns_is_counted_from_the_list_that_has_her_again_and_warned_about() -> None:
    first_committee()
    applied(bring_list(*committee(UNIT, *OLD[:3]), day="2020年1月1日"))

    report = applied(bring_list(*committee(UNIT, *OLD, since="2018.12.20"), day="2020年3月1日"))

    assert ("warn", "not_listed_before", "M7") in found(report)
    assert counts(report) == (1, 0, 0, 3)
    assert [row[3:] for row in periods() if row[1] == "赵竹"] == [
        ("2018-12-20", "2020-01-01"),
        ("2020-03-01", ""),
    ]


def test_a_start_before_a_list_without_her_is_warned_about_and_not_believed() -> None:
    first_committee()

    report = bring_list(*committee(UNIT, *OLD, "孙雪", since="2018.12.20"), day="2020年3月1日")

    assert found(report, "warn") == [("warn", "not_listed_before", "M8")]
    assert names("2020-02-29") == sorted(OLD)
    assert names("2020-03-01") == sorted([*OLD, "孙雪"])


def test_a_new_post_under_the_old_day_begins_with_the_list_that_says_so() -> None:
    first_committee()
    promoted = committee(UNIT, *OLD, since="2018.12.20")
    promoted[2] |= {"post": "副主席（兼职）"}

    report = applied(bring_list(*promoted, day="2020年3月1日"))

    assert counts(report) == (0, 0, 1, 3)
    assert ("王菊", "executive") in seats("2020-02-29")
    assert ("王菊", "vice_chair") in seats("2020-03-01")
    assert ("warn", "post_since", "M6") in found(report)


def test_a_corrected_post_on_a_list_of_the_same_day_held_from_the_start() -> None:
    first_committee()
    promoted = committee(UNIT, *OLD, since="2018.12.20")
    promoted[2] |= {"post": "副主席"}

    applied(bring_list(*promoted))

    assert ("王菊", "vice_chair") in seats("2018-12-20")


def test_a_list_between_without_her_leaves_a_gap() -> None:
    applied(bring_list(*committee(UNIT, *OLD), day="2018年3月1日"))
    applied(bring_list(*committee(UNIT, *OLD), day="2020年3月1日"))

    report = applied(bring_list(*committee(UNIT, *OLD[:3]), day="2019年3月1日"))

    assert counts(report) == (0, 0, 1, 3)
    assert [row[3:] for row in periods() if row[1] == "赵竹"] == [
        ("2018-03-01", "2019-03-01"),
        ("2020-03-01", ""),
    ]


def test_the_days_of_two_lists_in_one_batch_build_on_each_other() -> None:
    older = sheet(*committee(UNIT, *OLD, since="2018.12.20"), day="2019年3月1日")
    newer = sheet(*committee(UNIT, "张梅", "孙雪", since="2021.1.10"), day="2021年3月1日")

    report = applied(bring(("新.xlsx", book(newer)), ("旧.xlsx", book(older))))

    assert counts(report) == (5, 3, 1, 0)
    assert report.days == [date(2019, 3, 1), date(2021, 3, 1)]
    assert names("2020-01-01") == sorted(OLD)
    assert names("2021-01-10") == ["孙雪", "张梅"]


def test_a_day_on_which_half_of_a_committee_was_appointed_begins_a_term() -> None:
    first_committee()
    people = committee(UNIT, *OLD, since="2018.12.20")
    people[3]["since"] = "2019.6.1"

    applied(bring_list(*people, day="2019年7月1日"))

    unit = Appointment.objects.values_list("federation", flat=True)[0]
    assert terms([unit]) == {unit: [date(2018, 12, 20)]}


def test_an_older_list_read_later_ends_where_the_next_term_began() -> None:
    applied(bring_list(*committee(UNIT, "张梅", "孙雪", since="2021.1.10"), day="2021年3月1日"))

    applied(bring_list(*committee(UNIT, *OLD, since="2018.12.20"), day="2019年3月1日"))

    assert names("2021-01-09") == sorted(OLD)
    assert names("2021-01-10") == ["孙雪", "张梅"]


def test_one_whom_a_corrected_list_has_again_had_never_left() -> None:
    first_committee()
    applied(bring_list(*committee(UNIT, *OLD[:3]), day="2020年3月1日"))

    report = applied(bring_list(*committee(UNIT, *OLD, since="2018.12.20"), day="2020年3月1日"))

    assert counts(report) == (1, 0, 0, 3)
    assert [row[3:] for row in periods() if row[1] == "赵竹"] == [("2018-12-20", "")]
    assert report.batch is not None
    changes = batch_changes(report.batch, reader=system())
    assert [(one.name, one.action) for one in changes] == [("赵竹", "changed")]
    assert Appointment.objects.filter(ended_by=report.batch).count() == 0
