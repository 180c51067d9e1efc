"""Undo brings back exactly what stood before, or says what stands in its way."""

from datetime import date

import pytest

from jinguo.audit.models import Entry
from jinguo.kernel.actor import system
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors import BatchUndone, BatchUnknown, CountyForbidden, LaterEdits
from jinguo.roster.models import Batch
from jinguo.statistics.queries import figures
from tests.factories.imports import (
    QINGLIU,
    after_files,
    applied,
    bring,
    bring_list,
    counts,
    officer,
    periods,
    picture,
    real_file,
)
from tests.factories.workbooks import book, committee, sheet, woman

UNIT, OTHER = "红岩镇大坪村妇联", "红岩镇石桥村妇联"
OLD = ("张梅", "李兰", "王菊")
ROCK = "430999100"


def first() -> int:
    """A committee since 2018; its batch."""
    return batch_of(bring_list(*committee(UNIT, *OLD, since="2018.12.20", occupation="村民")))


def second() -> int:
    """A new term of it, in which one stays, two leave and one joins; its batch."""
    people = committee(UNIT, "张梅", "孙雪", since="2021.1.10", occupation="教师")
    return batch_of(bring_list(*people, day="2021年3月1日"))


def batch_of(report: object) -> int:
    """The batch of an import that was applied."""
    number = applied(report).batch  # type: ignore[arg-type]
    assert number is not None
    return number


@pytest.mark.usefixtures("linshan")
class TestUndoing:
    def test_the_first_batch_undone_leaves_nobody(self) -> None:
        batch = first()

        undo(batch_id=batch, by=system())

        assert picture() == {
            "people_person": [],
            "roster_appointment": [],
        }

    def test_a_new_term_undone_restores_every_record(self) -> None:
        first()
        before = picture()
        batch = second()
        assert picture() != before

        undo(batch_id=batch, by=system())

        assert picture() == before

    def test_a_corrected_list_undone_brings_back_who_was_taken_back(self) -> None:
        applied(bring_list(*committee(UNIT, *OLD)))
        before = picture()
        batch = batch_of(bring_list(*committee(UNIT, *OLD[:2])))

        undo(batch_id=batch, by=system())

        assert picture() == before

    def test_a_change_of_facts_undone_restores_them(self) -> None:
        first()
        before = picture()
        people = committee(UNIT, *OLD, since="2018.12.20", occupation="会计", phone="", remark="x")
        people[1]["post"] = "副主席（挂职）"
        batch = batch_of(bring_list(*people, day="2019年9月9日"))

        undo(batch_id=batch, by=system())

        assert picture() == before

    def test_a_batch_of_several_days_is_undone_as_one(self) -> None:
        first()
        before = picture()
        lists = [
            (f"{day}.xlsx", book(sheet(*committee(UNIT, *names, since=since), day=day)))
            for day, names, since in (
                ("2021年3月1日", ("张梅", "孙雪"), "2021.1.10"),
                ("2024年3月1日", ("周荷", "孙雪"), "2024.1.10"),
                ("2019年6月1日", ("张梅", "李兰", "吴桂"), "2019.5.1"),
            )
        ]
        batch = batch_of(bring(*lists))

        undo(batch_id=batch, by=system())

        assert picture() == before

    def test_undone_and_imported_again_is_as_if_never_undone(self) -> None:
        first()
        batch = second()
        once = [row[1:] for row in periods()]
        undo(batch_id=batch, by=system())

        second()

        assert [row[1:] for row in periods()] == once

    def test_a_later_batch_on_the_unit_stands_in_the_way_and_is_named(self) -> None:
        batch, later = first(), second()

        with pytest.raises(LaterEdits) as refused:
            undo(batch_id=batch, by=system())

        assert f"第 {later} 批导入（" in str(refused.value)
        assert "名册.xlsx" in str(refused.value)
        assert Batch.objects.filter(undone_at__isnull=False).count() == 0

    def test_after_the_later_one_the_earlier_can_be_undone(self) -> None:
        batch, later = first(), second()

        undo(batch_id=later, by=system())
        undo(batch_id=batch, by=system())

        assert periods() == []

    def test_a_later_batch_on_another_unit_does_not_stand_in_the_way(self) -> None:
        batch = first()
        applied(bring_list(*committee(OTHER, "周荷", "吴桂"), title="红岩镇"))

        undo(batch_id=batch, by=system())

        assert [name for _code, name, *_rest in periods()] == ["吴桂", "周荷"]

    def test_a_person_who_has_since_got_another_seat_stands_in_the_way(self) -> None:
        batch = batch_of(bring_list(woman("张梅", "主席", unit=UNIT, phone="19900000001")))
        applied(bring_list(woman("张梅", "执委", unit=OTHER, phone="19900000001")))

        with pytest.raises(LaterEdits):
            undo(batch_id=batch, by=system())

    def test_a_later_list_on_which_nobody_moved_stands_in_the_way_too(self) -> None:
        batch = first()
        people = committee(UNIT, *OLD, since="2018.12.20", occupation="村民")
        later = batch_of(bring_list(*people, day="2019年9月9日"))

        with pytest.raises(LaterEdits):
            undo(batch_id=batch, by=system())
        undo(batch_id=later, by=system())
        undo(batch_id=batch, by=system())

    def test_a_batch_is_undone_once(self) -> None:
        batch = first()
        undo(batch_id=batch, by=system())

        with pytest.raises(BatchUndone):
            undo(batch_id=batch, by=system())

    def test_an_unknown_batch_is_refused(self) -> None:
        with pytest.raises(BatchUnknown):
            undo(batch_id=10**9, by=system())

    def test_somebody_elses_batch_is_not_hers_to_undo(self) -> None:
        batch = first()

        with pytest.raises(CountyForbidden):
            undo(batch_id=batch, by=officer(ROCK))

    def test_her_own_batch_is(self) -> None:
        people = committee(UNIT, *OLD)
        batch = batch_of(bring_list(*people, by=officer(ROCK)))

        undo(batch_id=batch, by=officer(ROCK))

        assert periods() == []

    def test_her_own_batch_is_not_when_she_has_lost_the_right(self) -> None:
        batch = batch_of(bring_list(*committee(UNIT, *OLD), by=officer(ROCK)))

        with pytest.raises(CountyForbidden):
            undo(batch_id=batch, by=officer("430999001"))

    def test_every_deed_is_recorded_and_no_refusal_is(self) -> None:
        start = Entry.objects.count()
        batch = first()
        bring_list(*committee("火星村", *OLD))
        bring_list(*committee(UNIT, *OLD, since="2018.12.20", occupation="村民"))
        with pytest.raises(BatchUnknown):
            undo(batch_id=10**9, by=system())
        undo(batch_id=batch, by=system())

        verbs = [one.verb for one in Entry.objects.order_by("pk")[start:]]
        assert verbs == ["county.opened", "roster.imported", "roster.undone"]
        imported = Entry.objects.get(verb="roster.imported", subject_id=str(batch))
        assert imported.unit_code == "430999000000"
        assert imported.data["joined"] == 3


def test_the_figures_of_before_come_back_exactly(qingliu: None) -> None:
    days = [date(2017, 5, 10), date(2017, 7, 31), date(2020, 1, 1)]
    before = picture()
    told = [figures(QINGLIU, day, days[0], reader=system()) for day in days]
    people = committee("嵩溪镇妇联", *OLD, since="2018.1.1")
    batch = batch_of(bring_list(*people, day="2018年3月1日", into=QINGLIU))
    assert figures(QINGLIU, days[2], reader=system()).township["executives"] != 313

    undo(batch_id=batch, by=system())

    assert [figures(QINGLIU, day, days[0], reader=system()) for day in days] == told
    assert picture() == before


def test_the_whole_demo_can_be_undone_and_imported_again(qingliu: None) -> None:
    told = figures(QINGLIU, date(2017, 7, 31), date(2017, 5, 10), reader=system())
    undo(batch_id=Batch.objects.latest("pk").pk, by=system())
    assert periods() == []

    report = applied(bring(real_file("before"), *after_files(), into=QINGLIU))

    assert counts(report)[0] == 141 + 1914 - report.changed - report.unchanged
    assert figures(QINGLIU, date(2017, 7, 31), date(2017, 5, 10), reader=system()) == told
