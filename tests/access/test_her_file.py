"""Everything held about a woman, for herself: complete, recorded, and only through her keepers."""

import io
from datetime import date

import pytest
from docx import Document

from jinguo.access.actions.handing_out import hand_out
from jinguo.access.errors import FileClosed
from jinguo.access.queries.held import held_about
from jinguo.audit.models import Entry
from jinguo.kernel.actor import PERSONS, VIEW, system
from jinguo.people.models import Person
from jinguo.roster.actions.correcting import correct
from jinguo.roster.enums import Deed, Post
from jinguo.roster.rules.facts import PERSON_FACTS
from jinguo.roster.writers.facts import shown_facts
from tests.factories.accounts import account_of
from tests.factories.deeds import TODAY, deed, new, release, sitting, unit
from tests.factories.imports import ALL_TABLES, applied, bring_list, officer, picture
from tests.factories.workbooks import woman

UNIT, CODE = "红岩镇石桥村妇联", "430999100200"


@pytest.fixture
def known(linshan: None) -> int:
    """王菊 came by a list, was corrected, appointed, left, and has an account."""
    facts = {"birth": "1970.01", "phone": "19905000001", "education": "大专"}
    applied(bring_list(woman("王菊", unit=UNIT, since="2018.12.20", **facts), name="石桥.xlsx"))
    federation = unit(CODE)
    person_id = sitting(federation, "王菊", TODAY)
    correct(
        person_id=person_id, words={"occupation": "教师"}, shown=shown_facts(person_id),
        reason="本人说明", today=TODAY, by=system("县妇联"),
    )  # fmt: skip
    release(federation, "王菊", date(2022, 1, 1))
    deed(Deed.APPOINTMENT, federation, date(2023, 1, 1), enter=[new("陈静", Post.CHAIR)])
    account_of(person_id, "wangju")
    return person_id


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def test_it_holds_what_is_recorded_where_it_came_from_and_who_did_what(known: int) -> None:
    taken = hand_out(person_id=known, reason="本人申请", today=TODAY, by=system("县妇联"))

    text = words(taken.content)
    for part in (
        "关于王菊的个人信息", "19905000001", "1970-01", "教师", "石桥村妇联", "石桥.xlsx",
        "wangju", "2022-01-01", "辞职", "最早来源：名册导入", "更正", "无。",
    ):  # fmt: skip
        assert part in text, part
    assert taken.name == f"王菊个人信息-{TODAY}.docx"


def test_every_fact_of_the_model_is_in_it(known: int) -> None:
    found = held_about(known, TODAY, system())
    assert found

    assert len(found[1][0].rows) == 1 + len(PERSON_FACTS)


def test_on_the_page_her_number_is_masked(known: int) -> None:
    found = held_about(known, TODAY, system())
    assert found

    cells = [cell for section in found[1] for row in section.rows for cell in row]
    assert "199****0001" in cells
    assert not [cell for cell in cells if "19905000001" in cell]


def test_taking_it_is_recorded(known: int) -> None:
    hand_out(person_id=known, reason="本人申请", today=TODAY, by=system("县妇联"))

    entry = Entry.objects.get(verb="person.file")
    assert (entry.subject_id, entry.unit_code) == (str(known), CODE)
    assert entry.data["reason"] == "本人申请"
    assert "phone" in entry.data["fields"]


@pytest.mark.parametrize(
    ("prefix", "capabilities"), [(CODE, (VIEW,)), ("430999100201", (VIEW, PERSONS))]
)
def test_whoever_does_not_keep_her_takes_nothing(
    known: int, prefix: str, capabilities: tuple[str, ...]
) -> None:
    before = picture(*ALL_TABLES)

    with pytest.raises(FileClosed):
        hand_out(
            person_id=known, reason="本人申请", today=TODAY,
            by=officer(prefix, capabilities=capabilities),
        )  # fmt: skip

    assert picture(*ALL_TABLES) == before


def test_of_nobody_there_is_none(linshan: None) -> None:
    with pytest.raises(FileClosed):
        hand_out(person_id=Person.objects.count() + 999, reason="", today=TODAY, by=system())
