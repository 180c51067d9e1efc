"""Rows find the people they speak of; what is doubtful is asked."""

from datetime import date

import pytest

from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.importing import cell_key
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
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
)
from tests.factories.workbooks import book_of, cell, sheet, woman

TOWN, VILLAGE, OTHER = "红岩镇妇联", "红岩镇石桥村妇联", "红岩镇大坪村妇联"
LATER = "2020年1月1日"

pytestmark = pytest.mark.usefixtures("linshan")


def test_a_woman_on_two_committees_is_one_person_by_name_and_phone() -> None:
    report = applied(
        bring_list(
            woman("李梅", "执委", unit=TOWN, phone="19900000001", occupation="村主任"),
            woman("李梅", "主席", unit=VILLAGE, phone="19900000001", occupation="农民"),
        )
    )

    assert (report.rows, report.people, report.joined) == (2, 1, 2)
    assert Person.objects.count() == 1


def test_what_two_rows_say_of_one_woman_is_settled_the_first_time() -> None:
    people = [
        woman("李梅", "执委", unit=TOWN, phone="19900000001", occupation="村主任"),
        woman("李梅", "主席", unit=VILLAGE, phone="19900000001", occupation="农民", birth="1980.5"),
    ]
    applied(bring_list(*people))

    report = bring_list(*people)

    assert counts(report) == (0, 0, 0, 2)
    assert report.batch is None
    assert Person.objects.get().birth_month == date(1980, 5, 1)


def test_two_women_of_one_name_in_one_village_stay_two() -> None:
    people = [
        woman("李梅", "主席", unit=VILLAGE, birth="1980.05", phone="19900000001"),
        woman("李梅", "执委", unit=VILLAGE, birth="1991.11", phone="19900000002"),
    ]
    applied(bring_list(*people))

    again = bring_list(*people, day=LATER)
    swapped = bring_list(*reversed(people), day=LATER)

    assert Person.objects.count() == 2
    assert counts(again) == counts(swapped) == (0, 0, 0, 2)


@pytest.mark.parametrize("order", [1, -1])
def test_a_new_namesake_beside_one_recorded_is_told_apart_in_any_order(order: int) -> None:
    known = woman("李梅", "主席", unit=VILLAGE, birth="1980.05")
    new = woman("李梅", "执委", unit=VILLAGE, birth="1991.11")
    applied(bring_list(known))

    report = bring_list(*[known, new][::order], day=LATER)

    assert refusals(report) == []
    assert counts(report) == (1, 0, 0, 1)


def test_two_rows_of_one_name_with_nothing_to_tell_them_apart_are_refused() -> None:
    people = [woman("李梅", "主席", unit=VILLAGE), woman("李梅", "执委", unit=VILLAGE)]

    report = bring_list(*people)

    assert refusals(report) == [("namesakes_unclear", cell("name", 2))]
    assert periods() == []


def test_the_same_woman_twice_in_a_unit_is_counted_once() -> None:
    people = [
        woman("李梅", "执委", unit=VILLAGE, phone="19900000001"),
        woman("李梅", "执委", unit=VILLAGE, phone="19900000001"),
    ]

    report = applied(bring_list(*people))

    assert ("warn", "person_twice", cell("name", 2)) in found(report)
    assert (report.rows, report.joined) == (2, 1)


def test_the_same_woman_twice_with_two_posts_is_refused() -> None:
    people = [
        woman("李梅", "主席", unit=VILLAGE, phone="19900000001"),
        woman("李梅", "执委", unit=VILLAGE, phone="19900000001"),
    ]

    report = bring_list(*people)

    assert refusals(report) == [("person_twice_different_posts", cell("name", 2))]


def test_a_name_alone_finds_the_woman_who_sits_in_the_unit() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE)))

    report = bring_list(woman("李梅", "主席", unit=VILLAGE, phone="19900000001"), day=LATER)

    assert ("note", "matched_by_name", cell("name", 1)) in found(report)
    assert counts(report) == (0, 0, 1, 0)
    assert Person.objects.get().phone == "19900000001"


def test_a_doubtful_match_is_asked_with_what_speaks_for_it() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05")))

    report = bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1991.11"), day=LATER)

    assert refusals(report) == [("person_doubtful", cell("name", 1))]
    (question,) = report.questions
    assert question.key == cell_key("名册.xlsx", "执委", cell("name", 1))
    assert question.candidates == ((str(Person.objects.get().pk), "李梅 1980.05"),)


def test_a_doubtful_match_answered_new_makes_another_person() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05")))
    key = cell_key("名册.xlsx", "执委", cell("name", 1))

    report = applied(
        bring_list(
            woman("李梅", "主席", unit=VILLAGE, birth="1991.11"), day=LATER, answers={key: "new"}
        )
    )

    assert counts(report) == (1, 1, 0, 0)
    assert Person.objects.count() == 2


def test_a_doubtful_match_answered_with_a_person_is_that_person() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05")))
    key = cell_key("名册.xlsx", "执委", cell("name", 1))
    who = str(Person.objects.get().pk)

    report = applied(
        bring_list(
            woman("李梅", "主席", unit=VILLAGE, birth="1991.11"), day=LATER, answers={key: who}
        )
    )

    assert counts(report) == (0, 0, 1, 0)
    assert Person.objects.get().birth_month == date(1991, 11, 1)


def test_an_answer_that_is_no_candidate_is_asked_again() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05")))
    key = cell_key("名册.xlsx", "执委", cell("name", 1))

    report = bring_list(
        woman("李梅", "主席", unit=VILLAGE, birth="1991.11"), day=LATER, answers={key: "999999"}
    )

    assert refusals(report) == [("person_doubtful", cell("name", 1))]


def test_a_namesake_of_another_unit_is_kept_apart_and_asked_about() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05")))

    report = applied(bring_list(woman("李梅", "主席", unit=OTHER, birth="1980.05"), day=LATER))

    assert ("warn", "person_maybe_same", cell("name", 1)) in found(report)
    assert len(report.questions) == 1
    assert Person.objects.count() == 2


def test_a_namesake_of_another_unit_joins_her_person_when_answered() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05")))
    key = cell_key("名册.xlsx", "执委", cell("name", 1))

    report = applied(
        bring_list(
            woman("李梅", "主席", unit=OTHER, birth="1980.05"),
            day=LATER,
            answers={key: str(Person.objects.get().pk)},
        )
    )

    assert found(report, "refuse") == []
    assert "person_maybe_same" not in {code for _s, code, _c in found(report)}
    assert Person.objects.count() == 1


def test_two_rows_of_one_new_woman_can_be_joined_by_the_cell_that_first_named_her() -> None:
    people = [
        woman("李梅", "执委", unit=TOWN, birth="1980.05"),
        woman("李梅", "主席", unit=VILLAGE, birth="1980.05"),
    ]
    first = bring_list(*people, apply=False)
    (question,) = first.questions

    report = applied(bring_list(*people, answers={question.key: question.candidates[0][0]}))

    assert report.people == 1
    assert Person.objects.count() == 1


def test_another_name_with_the_same_phone_is_another_woman() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, phone="19900000001")))

    applied(bring_list(woman("王梅", "执委", unit=TOWN, phone="19900000001")))

    assert Person.objects.count() == 2


def test_a_phone_that_agrees_outweighs_another_month_of_birth() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, birth="1980.05", phone="19900000001")))

    report = applied(
        bring_list(
            woman("李梅", "主席", unit=VILLAGE, birth="1980.06", phone="19900000001"), day=LATER
        )
    )

    assert ("warn", "birth_differs", cell("birth", 1)) in found(report)
    assert counts(report) == (0, 0, 1, 0)


def test_padded_and_full_width_writing_is_the_same_woman() -> None:
    applied(bring_list(woman("李梅", "主席", unit=VILLAGE, phone=19900000001)))
    before = picture()

    report = bring_list(
        woman("李　梅", "主　席", unit="红岩镇 石桥村妇联", phone="１９９００００００ ０１"),
        day=LATER,
    )

    assert counts(report) == (0, 0, 0, 1)
    assert picture() == before


def test_delegate_and_executive_are_two_posts_of_one_woman() -> None:
    people = [
        woman("李梅", "主席", unit=VILLAGE, birth="1980.05"),
        woman("李梅", "代表", unit=VILLAGE, birth="1980.05"),
    ]

    report = applied(bring_list(*people))

    assert (report.people, report.joined) == (1, 2)
    assert names("2019-03-01") == ["李梅"]


def test_a_man_is_no_error() -> None:
    report = applied(bring_list(woman("王刚", "执委", unit=VILLAGE, gender="男")))

    assert found(report, "refuse") == []
    assert Person.objects.get().gender == "男"


def test_a_correction_replaces_the_cell_before_it_is_read() -> None:
    people = [woman("李梅", "组长", unit=VILLAGE), woman("王兰", "主席", unit="石桥")]
    corrections = {
        cell_key("名册.xlsx", "执委", cell("post", 1)): "副主席（兼职）",
        cell_key("名册.xlsx", "执委", cell("unit", 2)): VILLAGE,
    }

    assert len(refusals(bring_list(*people))) == 2
    applied(bring_list(*people, corrections=corrections))

    assert [(name, post) for _c, name, post, *_d in periods()] == [
        ("李梅", "vice_chair"),
        ("王兰", "chair"),
    ]


def test_sheets_of_one_file_share_their_people() -> None:
    rows = {
        "乡镇": sheet(woman("李梅", "执委", unit=TOWN, phone="19900000001")),
        "村": sheet(woman("李梅", "主席", unit=VILLAGE, phone="19900000001")),
    }

    report = applied(bring(("名册.xlsx", book_of(rows))))

    assert (report.people, report.units) == (1, 2)


def test_a_corrected_name_is_asked_about_and_kept_apart_until_then() -> None:
    applied(bring_list(woman("盘一", "主席", unit=VILLAGE, phone="19900000001", birth="1985.02")))

    report = bring_list(
        woman("盘依", "主席", unit=VILLAGE, phone="19900000001", birth="1985.02"), day=LATER
    )

    assert ("warn", "person_renamed", cell("name", 1)) in found(report)
    assert (report.joined, report.left) == (1, 1)
    (question,) = report.questions
    assert question.candidates[0][1] == "盘一 1985.02 ***0001"


def test_a_corrected_name_answered_is_the_same_woman_under_her_new_name() -> None:
    applied(bring_list(woman("盘一", "主席", unit=VILLAGE, phone="19900000001")))
    row = woman("盘依", "主席", unit=VILLAGE, phone="19900000001")
    (question,) = bring_list(row, day=LATER, apply=False).questions

    answers = {question.key: question.candidates[0][0]}
    batch = applied(bring_list(row, day=LATER, answers=answers)).batch

    assert list(Person.objects.values_list("name", flat=True)) == ["盘依"]
    assert Appointment.objects.count() == 1
    assert batch is not None
    undo(batch_id=batch, by=system())
    assert list(Person.objects.values_list("name", flat=True)) == ["盘一"]


def test_two_women_with_one_phone_are_not_asked_about_while_both_are_listed() -> None:
    both = [
        woman(name, post, unit=VILLAGE, phone="19900000001")
        for name, post in (("盘一", "主席"), ("盘依", "执委"))
    ]
    applied(bring_list(both[0]))

    report = bring_list(*both, day=LATER)

    assert report.questions == []
    assert (report.joined, report.left) == (1, 0)
