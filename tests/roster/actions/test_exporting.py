"""A written roster is in the county's layout, and imports again without a change."""

import io
import json
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from jinguo.audit.models import Entry
from jinguo.divisions.queries import ancestors, place, subtree
from jinguo.kernel.actor import CONTACTS, VIEW, Actor, Grant, system
from jinguo.people.models import Person
from jinguo.roster.actions.exporting import Excerpt, ExportRequest, export
from jinguo.roster.enums import Kind, Post
from jinguo.roster.errors import AboveCounties
from jinguo.roster.errors.contacts import ContactsClosed, ReasonMissing
from jinguo.roster.models import Appointment, Category
from tests.factories.counties import LINSHAN
from tests.factories.exports import TAKEN, again, cells, moves, take
from tests.factories.imports import (
    QINGLIU,
    applied,
    bring,
    bring_list,
    found,
    officer,
    picture,
    refusals,
)
from tests.factories.workbooks import COLUMNS, FIVE, committee, woman

UNIT = "红岩镇大坪村妇联"
VILLAGE = "430999100201"
DAY = "2019-03-01"
BEFORE, DURING, AFTER = "2017-05-10", "2017-07-01", "2017-07-31"


@pytest.mark.slow
@pytest.mark.parametrize("day", [BEFORE, DURING, AFTER])
def test_every_unit_of_the_demo_imports_again_without_a_change(qingliu: None, day: str) -> None:
    on = date.fromisoformat(day)
    changed = {}

    for unit in subtree(place(QINGLIU, on), on):
        taken = take(unit.code, day)
        report = again(taken, into=QINGLIU)
        if moves(report) != (0, 0, 0) or report.unchanged != taken.rows:
            changed[unit.short] = report.counts()

    assert changed == {}


def test_the_layout_is_that_of_the_county(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", since="2018.12.20", phone="19900000001")))

    (rows,) = cells(take(VILLAGE, DAY))

    assert rows[0][0] == "临山县红岩镇大坪村妇联执委花名册"
    assert rows[1][0] == "填报单位（盖章）：临山县红岩镇大坪村妇联"
    assert "填报日期：2019年3月1日" in rows[1]
    assert rows[2] == COLUMNS
    assert rows[3][:11] == ["1", "大坪村妇联", "张梅", "", "", "1960.01", "", "", "主席",
                            "①调解女能手、②文艺女骨干、③创业女能手、④热心公益服务爱心女性、⑤家庭教育女能手",
                            ""]  # fmt: skip
    assert rows[4][1:4] == ["", "李兰", ""]
    assert rows[3][12] == "2018.12.20"
    assert rows[6][0] == "填表人："
    assert rows[8][0] == "制表人：test　制表时间：2021-03-01 09:30　名册日期：2019-03-01"


def test_the_unit_is_one_cell_over_all_its_people(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊")))

    sheet = openpyxl.load_workbook(io.BytesIO(take(VILLAGE, DAY).content)).worksheets[0]

    assert "B4:B6" in {str(one) for one in sheet.merged_cells.ranges}


def test_telephone_numbers_are_masked_unless_asked_for_with_a_reason(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", phone="19900000001")))

    shy, full = take(VILLAGE, DAY), take(VILLAGE, DAY, contacts=True, reason="核对名册")

    assert "19900000001" not in str(cells(shy))
    assert "199****0001" in str(cells(shy))
    assert "19900000001" in str(cells(full))
    assert cells(full)[0][-1][0].endswith("号码用途：核对名册")
    entry = Entry.objects.filter(verb="roster.exported").latest("pk")
    assert (entry.data["contacts"], entry.data["reason"]) == (True, "核对名册")


def test_numbers_taken_are_counted_in_the_record_and_not_named(linshan: None) -> None:
    women = committee(UNIT, "张梅", "李兰", "王菊", phone="19900000001")
    applied(bring_list(*women[:2], {**women[2], "phone": ""}))

    take(VILLAGE, DAY, contacts=True, reason="核对名册")
    take(VILLAGE, DAY)

    (entry,) = Entry.objects.filter(verb="contact.exported")
    assert (entry.subject, entry.unit_code) == ("division", VILLAGE)
    assert entry.data == {"reason": "核对名册", "fields": ["phone"], "numbers": 2}


@pytest.mark.parametrize("how", [{"contacts": False}, {"contacts": True, "reason": "核对名册"}])
def test_with_and_without_numbers_it_imports_again_unchanged_and_without_a_word(
    linshan: None, how: dict[str, Any]
) -> None:
    """A masked number says that it stays, so that nothing is warned of and nothing is lost."""
    applied(bring_list(*committee(UNIT, "张梅", "李兰", phone="0731-5322338", categories=FIVE)))
    phones = picture("people_person")

    report = again(take(VILLAGE, DAY, **how))

    assert moves(report) == (0, 0, 0)
    assert [one for one in report.problems if one.fault.code == "phone_masked"] == []
    applied(bring((take(VILLAGE, DAY, **how).name, take(VILLAGE, DAY, **how).content),
                  as_of=date(2019, 4, 1)))  # fmt: skip
    assert picture("people_person") == phones


def test_a_mask_that_shows_another_number_or_stands_at_somebody_new_is_warned_of(
    linshan: None,
) -> None:
    women = committee(UNIT, "张梅", "李兰", "王菊", phone="19900000001")
    applied(bring_list(*women[:2]))
    masks = ("199****0001", "199****0002", "199****0003")
    listed = [{**one, "phone": mask} for one, mask in zip(women, masks, strict=True)]

    report = applied(bring_list(*listed, day="2019年4月1日"))

    warned = [one.value for one in report.problems if one.fault.code == "phone_masked"]
    assert warned == ["199****0002", "199****0003"]
    known = dict(Person.objects.values_list("name", "phone"))
    assert known == {"张梅": "19900000001", "李兰": "19900000001", "王菊": ""}


def test_numbers_are_in_full_only_where_she_may_read_them(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", phone="19900000001"),
                       *committee("白沙乡石桥村妇联", "王菊", phone="19900000002")))  # fmt: skip
    sees_all = officer(LINSHAN, capabilities=(VIEW,))
    one = Actor(7, "乡镇妇联", (*sees_all.grants, Grant(CONTACTS, f"{LINSHAN}100")))

    text = str(cells(take(LINSHAN, DAY, contacts=True, reason="核对名册", by=one)))

    assert "19900000001" in text
    assert "199****0002" in text


@pytest.mark.parametrize(
    ("reason", "capabilities", "refusal"),
    [("会议", (VIEW, CONTACTS), ReasonMissing), ("通知会议", (VIEW,), ContactsClosed)],
)
def test_without_right_or_reason_nothing_is_taken(
    linshan: None, reason: str, capabilities: tuple[str, ...], refusal: type[Exception]
) -> None:
    applied(bring_list(*committee(UNIT, "张梅", phone="19900000001")))
    before = Entry.objects.count()

    with pytest.raises(refusal):
        take(VILLAGE, DAY, contacts=True, reason=reason,
             by=officer(LINSHAN, capabilities=capabilities))  # fmt: skip

    assert Entry.objects.count() == before


def test_taking_a_roster_is_recorded(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰")))

    take(VILLAGE, DAY)

    entry = Entry.objects.filter(verb="roster.exported").latest("pk")
    assert (entry.unit_code, entry.data["rows"], entry.data["day"]) == (VILLAGE, 2, DAY)
    assert json.dumps(entry.data, ensure_ascii=False).find("张梅") < 0


def test_a_sheet_a_township_or_all_on_one(linshan: None) -> None:
    applied(bring_list(*committee("红岩镇石桥村妇联", "张梅", "李兰"),
                       *committee("白沙乡石桥村妇联", "王菊", "赵竹")))  # fmt: skip

    several, one = take(LINSHAN, DAY), take(LINSHAN, DAY, one_sheet=True)

    assert [rows[3][1] for rows in cells(several)] == ["石桥村妇联", "石桥村妇联"]
    assert [row[1] for row in cells(one)[0][3:7]] == [
        "红岩镇石桥村妇联",
        "",
        "白沙乡石桥村妇联",
        "",
    ]
    assert moves(again(several)) == moves(again(one)) == (0, 0, 0)
    assert refusals(again(several)) == refusals(again(one)) == []


def test_only_what_the_reader_may_see(linshan: None) -> None:
    applied(
        bring_list(*committee("红岩镇石桥村妇联", "张梅"), *committee("白沙乡石桥村妇联", "王菊"))
    )

    taken = take(LINSHAN, DAY, by=officer("430999100", capabilities=(VIEW,)))

    assert "张梅" in str(cells(taken))
    assert "王菊" not in str(cells(taken))


def test_a_unit_without_anybody_is_a_form_to_fill_in(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅")))

    taken = take("430999100200", DAY)

    assert (taken.rows, cells(taken)[0][3][1]) == (0, "石桥村妇联")


def test_rosters_are_kept_by_county(linshan: None) -> None:
    on = date.fromisoformat(DAY)
    city = ancestors(place(LINSHAN, on), on)[-1]

    with pytest.raises(AboveCounties):
        export(ExportRequest(city, on, TAKEN), by=system())


def test_a_unit_goes_by_the_name_of_the_day(linshan: None) -> None:
    applied(bring_list(*committee("白沙乡妇联", "张梅", "李兰"),
                       *committee("白沙乡青山村妇联", "王菊", "赵竹")))  # fmt: skip

    old, new = take("430999200", DAY), take("430999101", "2021-01-01")

    assert [row[1] for row in cells(old)[0][3:6]] == ["白沙乡妇联", "", "青山村妇联"]
    assert [row[1] for row in cells(new)[0][3:5]] == ["白沙镇妇联", ""]
    assert moves(again(old)) == moves(again(new)) == (0, 0, 0)
    assert "青山村" not in str(cells(new))


def test_a_start_that_was_never_stated_is_left_blank(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰"), day="2019年1月1日"))

    taken = take(VILLAGE, DAY)

    assert [row[12] for row in cells(taken)[0][3:5]] == ["", ""]
    assert moves(again(taken)) == (0, 0, 0)


LETTERS = "甲乙丙丁戊己庚辛壬癸"


def test_every_post_and_kind_is_read_as_it_is_written(linshan: None) -> None:
    people = [
        woman(f"女{LETTERS[number]}{kind or '无'}", unit=UNIT, birth="1980.01")
        for number in range(len(Post))
        for kind in ("", "专", "兼", "挂")
    ]
    applied(bring_list(*people))
    kinds = {"无": Kind.UNSTATED, "专": Kind.FULL_TIME, "兼": Kind.PART_TIME, "挂": Kind.SECONDED}
    posts = dict(zip(LETTERS, Post, strict=False))
    for seat in Appointment.objects.select_related("person"):
        _, post, kind = list(seat.person.name)
        Appointment.objects.filter(pk=seat.pk).update(post=posts[post], kind=kinds[kind])

    report = again(take(VILLAGE, DAY))

    assert (moves(report), report.unchanged) == ((0, 0, 0), 4 * len(Post))


def test_categories_the_county_added_and_words_that_are_none(linshan: None) -> None:
    last = Category.objects.count()
    Category.objects.create(slug="silver", name="银龄志愿者", marker="⑥", position=last + 1)
    Category.objects.create(slug="net", name="网格员5+N", position=last + 2)
    applied(
        bring_list(
            woman("张梅", "主席", unit=UNIT, categories="⑥、网格员5+N、绣花能人", birth="1970.1")
        )
    )

    taken = take(VILLAGE, DAY)

    assert cells(taken)[0][3][9] == "⑥银龄志愿者、网格员5+N、绣花能人"
    assert moves(again(taken)) == (0, 0, 0)


def test_awkward_people_stay_as_they_are(linshan: None) -> None:
    applied(
        bring_list(
            woman("阿依古丽·买买提·吐尔逊江", "副主席（兼职）", unit=UNIT, ethnicity="维吾尔"),
            woman("李梅", "主席", unit=UNIT, birth="1980.02"),
            woman("李梅", "执委", unit=UNIT, birth="1991.11"),
            woman("王新村", "执委", unit=UNIT, sector="农业", origin="推荐", remark="（兼）财务"),
            woman("陈静", "执委", unit=UNIT, birth="1985.5", phone="19900000005"),
            woman("陈静", "代表", unit=UNIT, birth="1985.5", phone="19900000005"),
            woman("陈静", "常委", unit="红岩镇妇联", birth="1985.5", phone="19900000005"),
        )
    )

    taken = take(LINSHAN, DAY)

    report = again(taken)
    assert (moves(report), report.unchanged, report.refused) == ((0, 0, 0), 7, False)
    assert found(report, "refuse") == []


GIVEN = st.builds(
    lambda surname, given: surname + given,
    st.sampled_from("王李张单曾解仇"),
    st.text(st.sampled_from("梅兰竹菊芳新村"), min_size=1, max_size=2),
)
WORDS = st.text(st.sampled_from("农业社区、A-1（）·。 x"), max_size=8)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": GIVEN,
            "post": st.sampled_from(
                ["主席", "副主席", "兼职副主席", "执委", "常委", "代表", "挂职副主席"]
            ),
            "birth": st.dates(date(1950, 1, 1), date(1995, 12, 1)).map(lambda d: f"{d:%Y.%m}"),
            "since": st.sampled_from(["", "2015.3", "2018-12-20", "2019年2月28日"]),
            "categories": st.sampled_from(["", "①", "②、企业女代表", "能人", "③④"]),
            "ethnicity": st.sampled_from(["", "汉", "畲族"]),
            "party": st.sampled_from(["", "党员", "群众"]),
            "education": st.sampled_from(["", "大学", "初中"]),
            "occupation": WORDS,
            "remark": WORDS,
            "sector": WORDS,
        }
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: (one["name"], one["birth"]),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.generate, Phase.shrink],
)
@given(people=PEOPLE, day=st.sampled_from([DAY, "2019-06-01", "2024-01-01"]))
def test_whatever_was_read_is_written_so_that_it_reads_the_same(
    linshan: None, people: list[dict[str, str]], day: str
) -> None:
    with transaction.atomic():
        first = bring_list(*({**one, "unit": UNIT} for one in people))
        assume(not first.refused)  # name-sakes whom the list itself does not tell apart

        taken = take(VILLAGE, day)
        report = again(taken)

        transaction.set_rollback(True)
    assert (moves(report), report.unchanged) == ((0, 0, 0), len(people)), report.changes
    assert not report.refused


def test_some_people_are_a_list_by_which_nobody_leaves(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")))
    seat = Appointment.objects.get(person__name="李兰")

    taken = take(VILLAGE, DAY, only=Excerpt([seat.pk], "查找条件：李兰"))

    rows = cells(taken)[0]
    assert rows[0][0] == "临山县红岩镇大坪村妇联部分人员名册"
    assert (rows[3][2], taken.rows) == ("李兰", 1)
    assert "查找条件：李兰" in str(rows)
    report = again(taken)
    assert (moves(report), report.unchanged, report.empty) == ((0, 0, 0), 1, True)
    assert found(report)[0] == ("note", "list_partial", "")
    assert {code for _severity, code, _cell in found(report)[1:]} == {"signature_row"}


def test_a_corrected_row_among_some_people_changes_that_woman_alone(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")))

    report = bring_list(
        woman("李兰", "副主席", unit=UNIT, birth="1961.02", since="2018.12.20", education="大专"),
        title="妇联部分人员名册",
    )

    assert moves(report) == (0, 0, 1)
    assert [one.person for one in report.changes] == ["李兰"]


def test_somebody_erased_is_listed_as_a_seat_and_stays(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20")))
    seat = Appointment.objects.get(person__name="李兰")
    Person.objects.filter(pk=seat.person_id).update(name="", birth_month=None, phone="")

    taken = take(VILLAGE, DAY)

    assert [row[2] for row in cells(taken)[0][3:6]] == ["张梅", "（已应本人要求删除）", "王菊"]
    assert cells(taken)[0][4][8] == "副主席"
    report = again(taken)
    assert (moves(report), report.refused, report.unchanged) == ((0, 0, 0), False, 2)


def test_namesakes_of_whom_nothing_tells_them_apart_are_numbered(linshan: None) -> None:
    people = [
        woman("李梅", "主席", unit=UNIT, phone="19900000001"),
        woman("李梅", "执委", unit=UNIT, phone="19900000002"),
        woman("王菊", "执委", unit=UNIT, phone="19900000003"),
    ]
    applied(bring_list(*people))

    taken = take(VILLAGE, DAY)

    rows = cells(taken)[0]
    at = rows[2].index("系统编号")
    assert [bool(row[at]) for row in rows[3:6]] == [True, True, False]
    report = again(taken)
    assert (moves(report), report.refused, report.unchanged) == ((0, 0, 0), False, 3)


def test_the_number_of_somebody_else_says_nothing(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰"), *committee("红岩镇石桥村妇联", "王菊")))
    other = Person.objects.get(name="王菊")
    people = committee(UNIT, "张梅", "李兰")
    people[1]["number"] = other.pk

    report = bring_list(*people, columns=[*COLUMNS, "系统编号"])

    assert (moves(report), report.unchanged) == ((0, 0, 0), 2)


def test_one_number_twice_is_refused(linshan: None) -> None:
    applied(bring_list(*committee(UNIT, "张梅", "李兰")))
    number = Person.objects.get(name="李兰").pk
    people = [*committee(UNIT, "张梅", "李兰"), woman("李兰", "执委", unit=UNIT)]
    people[1]["number"] = people[2]["number"] = number

    report = bring_list(*people, columns=[*COLUMNS, "系统编号"])

    assert "person_twice_different_posts" in {one.fault.code for one in report.problems}
    assert report.batch is None
