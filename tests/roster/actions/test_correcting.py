"""What is known of a woman is corrected by hand: seen by the next, kept before lists, undone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jinguo.audit.models import Entry
from jinguo.kernel.actor import PERSONS, VIEW, Actor, Grant, system
from jinguo.people.models import Person
from jinguo.roster.actions.correcting import Outcome, correct
from jinguo.roster.actions.importing import Report
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors import LaterEdits
from jinguo.roster.errors.corrections import NothingToCorrect, PersonClosed
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.models import Appointment, Batch, Change
from jinguo.roster.queries.corrections import fact_changes
from jinguo.roster.writers.facts import shown_facts
from tests.factories.deeds import TODAY, corrected, release, unit
from tests.factories.imports import ALL_TABLES, applied, bring_list, found, picture
from tests.factories.workbooks import COLUMNS, committee
from tests.roster.actions.test_at_once import together

UNIT, CODE = "红岩镇石桥村妇联", "430999100200"
PHONE = "19905000077"


def listed() -> int:
    """Three women by a list of 2019-03-01; the number of the first."""
    applied(
        bring_list(*committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20", education="初中"))
    )
    return woman("张梅")


def woman(name: str) -> int:
    return Person.objects.get(name=name).pk


def sent(person: int, shown: dict[str, str], by: Actor | None = None, /, **words: str) -> Outcome:
    """A form that was opened on ``shown`` is sent with these words."""
    return correct(
        person_id=person, words=shown | {"phone": ""} | words, shown=shown, reason="", today=TODAY,
        by=by or system("test"),
    )  # fmt: skip


@pytest.mark.usefixtures("linshan")
class TestOne:
    def test_words_are_read_as_in_a_roster(self) -> None:
        meimei = listed()

        corrected(meimei, birth_month="1975年3月", education="大学专科", phone="199 0500 0077")

        her = Person.objects.get(pk=meimei)
        assert her.birth_month == date(1975, 3, 1)
        assert her.education == "大专"
        assert her.phone == PHONE
        assert her.described_on == TODAY

    def test_a_form_sent_as_it_was_shown_corrects_nothing(self) -> None:
        meimei = listed()
        before = picture(*ALL_TABLES)

        with pytest.raises(NothingToCorrect):
            sent(meimei, shown_facts(meimei))

        assert picture(*ALL_TABLES) == before

    @pytest.mark.parametrize(
        ("fact", "text"),
        [("birth_month", "去年"), ("phone", "电话"), ("name", "?"), ("gender", "好"),
         ("occupation", "430999197503120021")],
    )  # fmt: skip
    def test_what_is_not_understood_is_said_at_its_fact(self, fact: str, text: str) -> None:
        meimei = listed()
        before = picture(*ALL_TABLES)

        outcome = sent(meimei, shown_facts(meimei), None, **{fact: text, "skills": "剪纸"})

        assert outcome.batch is None
        assert list(outcome.faults) == [fact]
        assert picture(*ALL_TABLES) == before

    def test_a_number_is_taken_away_by_a_word(self) -> None:
        meimei = listed()
        corrected(meimei, phone=PHONE)

        corrected(meimei, phone="无")

        assert Person.objects.get(pk=meimei).phone == ""

    def test_an_older_list_does_not_write_over_it_and_a_newer_one_does(self) -> None:
        meimei = listed()
        corrected(meimei, education="本科")

        again = committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20", education="高中")
        applied(bring_list(*again, day="2020年3月1日", name="旧.xlsx"))
        assert Person.objects.get(pk=meimei).education == "本科"

        applied(bring_list(*again, day="2027年3月1日", name="新.xlsx"))
        assert Person.objects.get(pk=meimei).education == "高中"

    def test_an_older_list_does_not_bring_back_what_was_taken_away(self) -> None:
        meimei = listed()
        emptied = corrected(meimei, education="")
        again = committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20", education="高中")

        report = applied(bring_list(*again, day="2018年12月30日", name="旧.xlsx"))

        assert Person.objects.get(pk=meimei).education == ""
        assert "fact_older" in [code for _severity, code, _cell in found(report)]
        assert report.batch is not None
        undo(batch_id=report.batch, by=system("test"))
        undo(batch_id=emptied.pk, by=system("test"))
        assert Person.objects.get(pk=meimei).education == "初中"

    def test_undone_it_stands_as_before(self) -> None:
        meimei = listed()
        before = picture()
        batch = corrected(meimei, name="张玫", phone=PHONE)

        undo(batch_id=batch.pk, by=system("test"))

        assert picture() == before

    def test_only_what_wrote_over_her_facts_again_stands_in_the_way(self) -> None:
        meimei = listed()
        first = corrected(meimei, education="高中")
        release(unit(CODE), "李兰", date(2021, 6, 1))
        release(unit(CODE), "张梅", date(2021, 6, 1))
        corrected(woman("王菊"), education="高中")
        second = corrected(meimei, skills="剪纸")

        with pytest.raises(LaterEdits, match="更正"):
            undo(batch_id=first.pk, by=system("test"))
        undo(batch_id=second.pk, by=system("test"))
        undo(batch_id=first.pk, by=system("test"))

        assert Person.objects.get(pk=meimei).education == "初中"

    def test_the_record_names_the_facts_and_holds_no_value(self) -> None:
        meimei = listed()

        correct(
            person_id=meimei, words={"phone": PHONE, "education": "本科"},
            shown=shown_facts(meimei), reason="张梅本人说", today=TODAY, by=system("test"),
        )  # fmt: skip

        entry = Entry.objects.latest("pk")
        assert (entry.verb, entry.subject_id) == ("roster.correction", str(meimei))
        assert entry.data["fields"] == ["education", "phone"]
        assert "本科" not in str(entry.data)
        assert "张梅" not in str(entry.data)
        assert Batch.objects.latest("pk").reason == "张梅本人说"

    def test_the_number_is_sealed_in_the_before_image_and_masked_in_the_history(self) -> None:
        meimei = listed()
        corrected(meimei, phone=PHONE)
        corrected(meimei, phone="19905000078")

        kept = picture("roster_change")["roster_change"]
        assert PHONE not in str(kept)
        assert Change.objects.latest("pk").before["phone"] == PHONE
        steps = fact_changes(meimei)[0].facts
        assert [(one.before, one.after) for one in steps] == [("199****0077", "199****0078")]


@pytest.mark.usefixtures("linshan")
class TestRights:
    def test_who_sees_her_but_does_not_keep_persons_is_refused(self) -> None:
        meimei = listed()
        before = picture(*ALL_TABLES)

        with pytest.raises(PersonClosed):
            sent(meimei, shown_facts(meimei), Actor(5, "执委", (Grant(VIEW, CODE),)), skills="剪纸")

        assert picture(*ALL_TABLES) == before

    def test_whoever_keeps_another_unit_does_not_know_her(self) -> None:
        meimei = listed()
        elsewhere = Actor(5, "别处", (Grant(VIEW, "430999101"), Grant(PERSONS, "430999101")))
        before = picture(*ALL_TABLES)

        with pytest.raises(PersonUnknown):
            sent(meimei, shown_facts(meimei), elsewhere, skills="剪纸")

        assert picture(*ALL_TABLES) == before

    def test_her_own_chair_corrects_and_takes_back(self) -> None:
        meimei = listed()
        chair = Actor(5, "主席", (Grant(VIEW, CODE), Grant(PERSONS, CODE)))

        batch = corrected(meimei, by=chair, skills="剪纸")
        undo(batch_id=batch.pk, by=chair)

        assert Person.objects.get(pk=meimei).skills == ""


@pytest.mark.usefixtures("linshan")
class TestTwo:
    def test_the_second_sees_both_values_and_nothing_is_written(self) -> None:
        meimei = listed()
        shown = shown_facts(meimei)
        corrected(meimei, by=system("李芳"), education="高中", skills="剪纸")
        before = picture(*ALL_TABLES)

        outcome = sent(meimei, shown, education="本科", occupation="教师")

        assert outcome.batch is None
        assert [(one.fact, one.value, one.who) for one in outcome.clashes] == [
            ("education", "高中", "李芳")
        ]
        assert [(one.fact, one.value) for one in outcome.kept] == [("skills", "剪纸")]
        assert picture(*ALL_TABLES) == before

    def test_different_facts_are_both_kept(self) -> None:
        meimei = listed()
        shown = shown_facts(meimei)
        corrected(meimei, education="高中")

        outcome = sent(meimei, shown, occupation="教师")

        her = Person.objects.get(pk=meimei)
        assert (her.education, her.occupation) == ("高中", "教师")
        assert [one.fact for one in outcome.kept] == ["education"]

    def test_a_number_that_another_wrote_is_told_masked(self) -> None:
        meimei = listed()
        shown = shown_facts(meimei)
        corrected(meimei, phone="19905000078")

        (clash,) = sent(meimei, shown, phone=PHONE).clashes

        assert clash.value == "199****0078"

    def test_who_took_it_back_is_named(self) -> None:
        meimei = listed()
        batch = corrected(meimei, education="高中")
        shown = shown_facts(meimei)
        undo(batch_id=batch.pk, by=system("李芳"))

        (clash,) = sent(meimei, shown, education="本科").clashes

        assert (clash.value, clash.who) == ("初中", "李芳")


def test_of_many_at_once_one_writes_and_the_others_are_shown_hers(
    own_database: Callable[[str], str], linshan_database: str
) -> None:
    own_database(linshan_database)
    meimei = listed()
    shown = shown_facts(meimei)
    schools = ("高中", "中专", "大专", "本科")

    results = together(*[lambda one=one: sent(meimei, shown, education=one) for one in schools])

    outcomes = [one for one in results if isinstance(one, Outcome)]
    assert len(outcomes) == len(schools), results
    written = [one for one in outcomes if one.batch]
    assert len(written) == 1
    now = Person.objects.get(pk=meimei).education
    assert {one.clashes[0].value for one in outcomes if not one.batch} == {now}
    assert Batch.objects.count() == 2


@pytest.mark.usefixtures("linshan")
class TestListsThatRepeatTheMistake:
    """A township hands in its next list from the old file: what was corrected stays corrected."""

    def lists(self, month: int, **facts: str) -> Report:
        people = committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20", education="初中")
        for name, value in facts.items():
            people[0][name] = value
        return bring_list(*people, day=f"2026年{month}月25日")

    @pytest.mark.parametrize("apart", ["education", "phone", "birth", "occupation"])
    def test_what_stood_before_is_not_brought_back(self, apart: str) -> None:
        old = {
            "phone": "19905000011",
            "birth": "1985.02",
            "occupation": "村民",
            "education": "初中",
        }
        right = {
            "phone": PHONE, "birth_month": "1985年3月", "occupation": "教师", "education": "大专",
        }  # fmt: skip
        fact = "birth_month" if apart == "birth" else apart
        applied(self.lists(10, **old))
        meimei = woman("张梅")
        corrected(meimei, by=None, **{fact: right[fact]})
        kept = getattr(Person.objects.get(pk=meimei), fact)

        report = applied(self.lists(11, **old))

        assert getattr(Person.objects.get(pk=meimei), fact) == kept
        (told,) = [one for one in report.problems if one.fault.code == "fact_corrected"]
        assert "名单仍写更正前的" in told.message
        assert old["phone"] not in told.message
        assert Person.objects.filter(name="张梅").count() == 1

    def test_what_is_really_new_is_followed(self) -> None:
        applied(self.lists(10, occupation="村民"))
        meimei = woman("张梅")
        corrected(meimei, occupation="教师")

        report = applied(self.lists(11, occupation="医生"))

        assert Person.objects.get(pk=meimei).occupation == "医生"
        assert "fact_corrected" not in [one.fault.code for one in report.problems]

    def test_a_correction_taken_back_protects_nothing(self) -> None:
        applied(self.lists(10, occupation="村民"))
        meimei = woman("张梅")
        undo(batch_id=corrected(meimei, occupation="教师").pk, by=system())

        applied(self.lists(11, occupation="村民"))

        assert Person.objects.get(pk=meimei).occupation == "村民"

    def test_after_several_corrections_none_of_the_former_comes_back(self) -> None:
        applied(self.lists(10, occupation="村民"))
        meimei = woman("张梅")
        corrected(meimei, occupation="教师")
        corrected(meimei, occupation="医生")

        for former in ("村民", "教师"):
            self.lists(11, occupation=former)
            assert Person.objects.get(pk=meimei).occupation == "医生"

    def test_it_is_one_query_however_many_were_corrected(self) -> None:
        applied(self.lists(10, occupation="村民"))
        counts = []
        for name in ("张梅", "李兰"):
            corrected(woman(name), occupation="教师", education="大专")
            with CaptureQueriesContext(connection) as asked:
                self.lists(11, occupation="村民")
            counts.append(sum('"roster_batch"."undone_at" IS NULL' in one["sql"] for one in asked))
        assert counts == [1, 1]


@pytest.mark.usefixtures("linshan")
class TestListsUnderAFormerName:
    """Her name was wrong and was corrected; the next list comes from the file with the mistake."""

    def lists(self, month: int, *names: str, **facts: Any) -> Report:
        people = committee(UNIT, *names, since="2018.12.20")
        people[0].update(facts)
        return bring_list(*people, day=f"2026年{month}月25日")

    def mended(self, **facts: Any) -> int:
        """张梅 of a list was 章玫 in truth."""
        applied(self.lists(10, "张梅", "李兰", "王菊", **facts))
        corrected(woman("张梅"), name="章玫")
        return woman("章玫")

    @pytest.mark.parametrize("month", [9, 11, 12])
    @pytest.mark.parametrize(
        "facts",
        [
            {},
            {"phone": "19905000011"},
            {"phone": "19905000011", "birth": None},
            {"phone": "19905000011", "birth": "1991.05"},
        ],
    )
    def test_the_old_name_finds_her(self, month: int, facts: dict[str, Any]) -> None:
        hers = self.mended(**facts and {"phone": "19905000011"})
        people = set(Person.objects.values_list("pk", "name"))

        report = applied(self.lists(month, "张梅", "李兰", "王菊", **facts))

        assert set(Person.objects.values_list("pk", "name")) == people
        assert Appointment.objects.filter(person_id=hers).count() == 1
        told = [one for one in report.problems if one.fault.code == "fact_corrected"]
        assert ["名单仍写更正前的 张梅" in one.message for one in told] == [True]

    def test_both_the_name_and_the_month_were_wrong(self) -> None:
        applied(self.lists(10, "张梅", "李兰", "王菊"))
        corrected(woman("张梅"), name="章玫", birth_month="1985年3月")

        applied(self.lists(12, "张梅", "李兰", "王菊"))

        assert Person.objects.count() == 3
        assert Person.objects.get(name="章玫").birth_month == date(1985, 3, 1)

    def test_her_number_in_an_export_of_before_finds_her(self) -> None:
        hers = self.mended()

        people = committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")
        people[0].update(number=hers, birth="1991.05")

        report = bring_list(*people, day="2026年12月25日", columns=[*COLUMNS, "系统编号"])

        assert (report.joined, report.left) == (0, 0)

    def test_of_two_corrections_any_former_name_finds_her(self) -> None:
        hers = self.mended()
        corrected(hers, name="章媚")

        for former in ("张梅", "章玫"):
            report = self.lists(12, former, "李兰", "王菊")
            assert (report.joined, report.left) == (0, 0)

    def test_where_the_list_has_her_rightly_its_old_name_is_somebody_else(self) -> None:
        self.mended()

        report = self.lists(12, "章玫", "李兰", "王菊", "张梅")

        assert (report.joined, report.left) == (1, 0)

    def test_another_woman_of_that_name_born_another_month_is_not_her(self) -> None:
        self.mended(phone="19905000011")

        report = self.lists(12, "张梅", "李兰", "王菊", birth="1991.05", phone="19905000012")

        assert (report.joined, report.left) == (1, 1)

    def test_with_only_the_month_differing_it_is_asked(self) -> None:
        self.mended()

        report = self.lists(12, "张梅", "李兰", "王菊", birth="1991.05")

        assert [one.fault.code for one in report.problems if one.cell == "C4"] == [
            "person_doubtful"
        ]

    def test_a_correction_taken_back_finds_nobody(self) -> None:
        applied(self.lists(10, "张梅", "李兰", "王菊"))
        undo(batch_id=corrected(woman("张梅"), name="章玫").pk, by=system())
        corrected(woman("张梅"), occupation="教师")

        report = self.lists(12, "章玫", "李兰", "王菊", birth="1991.05")

        assert (report.joined, report.left) == (1, 1)

    def test_it_is_one_query_however_many_names_are_new(self) -> None:
        self.mended()
        counts = []
        for more in ((), ("赵英", "钱芳", "孙丽")):
            with CaptureQueriesContext(connection) as asked:
                self.lists(12, "张梅", "李兰", "王菊", *more)
            counts.append(sum('"roster_batch"."undone_at" IS NULL' in one["sql"] for one in asked))
        assert counts == [1, 1]

    def test_where_every_name_is_known_nothing_is_asked(self) -> None:
        self.mended()

        with CaptureQueriesContext(connection) as asked:
            self.lists(12, "章玫", "李兰", "王菊")

        assert not [one for one in asked if '"roster_batch"."undone_at" IS NULL' in one["sql"]]
