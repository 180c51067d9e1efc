"""The papers of a congress open in Word and say what is recorded."""

import io
import zipfile
from datetime import timedelta

import pytest
from docx import Document
from docx.oxml.ns import qn

from jinguo.audit.models import Entry
from jinguo.elections.actions.listing import set_group
from jinguo.elections.enums import Office
from jinguo.elections.models import Congress
from jinguo.kernel.actor import system
from jinguo.roster.queries.committees import committee
from tests.factories.deeds import release
from tests.factories.elections import (
    DAY,
    FULL,
    NAMES,
    counted,
    elected,
    opened,
    prepared,
    village,
)
from tests.web.conftest import Reader


def taken(reader: Reader, slug: str, role: str = "village") -> bytes:
    page = f"/elections/{Congress.objects.latest('pk').pk}/papers/{slug}.docx"
    response = reader(role).get(page)
    assert response.status_code == 200, response.headers
    return bytes(response.content)


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("delegates", ["代表名单", "36名代表资格有效"]),
        ("ballot", ["副主席选票", "李　梅", "应选1名"]),
        ("count-sheet", ["选举计票单", "监票人（签名）"]),
        ("result", ["一、选举执行委员会委员", "当选5名", "总监票人：巫总监"]),
        ("filing", ["选举结果备案表", "应到36人，实到31人", "王芳"]),
        ("roster", ["执行委员会花名册", "赖秀珍", "副主席"]),
    ],
)
def test_a_paper_says_what_is_recorded(slug: str, expected: list[str], reader: Reader) -> None:
    elected()

    text = words(taken(reader, slug))

    assert [one for one in expected if one not in text] == []


def test_the_quota_table_adds_up(reader: Reader) -> None:
    one = prepared()
    one.rounds.all().delete()
    for name, quota, women in (("第一组", 20, 400), ("第二组", 16, 310)):
        set_group(congress_id=one.pk, name=name, quota=quota, women=women, by=system())

    table = Document(io.BytesIO(taken(reader, "quotas"))).tables[0]

    assert [cell.text for cell in table.rows[-1].cells] == ["", "合计", "710", "36", ""]


def test_the_ballot_lists_candidates_by_strokes(reader: Reader) -> None:
    prepared()

    table = Document(io.BytesIO(taken(reader, "ballot"))).tables[0]

    names = [row.cells[1].text.replace("　", "") for row in table.rows[1:7]]
    assert names == ["王芳", "李梅", "张兰", "陈英", "黄玉琴", "赖秀珍"]


def test_a_paper_has_the_measures_of_official_documents(reader: Reader) -> None:
    elected()
    content = taken(reader, "result")

    section = Document(io.BytesIO(content)).sections[0]
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()

    width, height, top, left, right = (
        round(length.mm) if length else 0
        for length in (
            section.page_width,
            section.page_height,
            section.top_margin,
            section.left_margin,
            section.right_margin,
        )
    )
    assert (width, height, top, left) == (210, 297, 37, 28)
    assert width - left - right == 156
    assert 'w:eastAsia="仿宋"' in xml
    assert section._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")) == "579"


def test_each_vote_has_its_own_ballot(reader: Reader) -> None:
    one = elected()
    first = one.rounds.earliest("pk")
    page = f"/elections/{one.pk}/papers/ballot.docx?round={first.pk}"

    text = words(reader("village").get(page).content)

    assert "执行委员会委员选票" in text
    assert "应选5名" in text


def test_what_is_not_ready_says_so(reader: Reader) -> None:
    prepared()
    page = f"/elections/{Congress.objects.get().pk}/papers/result.docx"

    response = reader("village").get(page, follow=True)

    assert "还没有投票结果" in response.content.decode()


def test_taking_a_paper_is_recorded(reader: Reader) -> None:
    elected()

    taken(reader, "roster", role="auditor")

    assert Entry.objects.filter(verb="election.paper_taken", data__paper="roster").count() == 1


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("ballot", "补选执行委员会委员选票"),
        ("count-sheet", "执行委员会委员补选计票单"),
        ("result", "补选结果报告单"),
        ("filing", "补选结果备案表"),
        ("roster", "补选执行委员会委员花名册"),
    ],
)
def test_the_papers_of_a_by_election_say_so(reader: Reader, slug: str, title: str) -> None:
    for seat in committee(village().pk, DAY)[-2:]:
        release(village().pk, seat.name, DAY - timedelta(days=30))
    one = prepared(executives=2, names=NAMES[:3], by_election=True)
    votes = {name: (30 - 10 * at, 1 + 10 * at) for at, name in enumerate(NAMES[:3])}
    counted(one, opened(one, Office.EXECUTIVE), votes, FULL)

    text = words(reader("village").get(f"/elections/{one.pk}/papers/{slug}.docx").content)

    assert title in text.replace("\u3000", "")
    assert "副主席" not in text
