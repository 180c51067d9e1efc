"""The weekly sheet in Word and in Excel, read back: the same figures as the status of the day."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from docx import Document

from jinguo.audit.models import Entry
from jinguo.campaigns.actions import take_weekly
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.models import Campaign, Target
from jinguo.campaigns.queries.progress import progress
from jinguo.campaigns.queries.status import status
from jinguo.campaigns.writers.form import HEADS
from jinguo.kernel.actor import system

AT = datetime(2017, 6, 20, 9, 30)  # noqa: DTZ001  as the sheet prints it


def taken(campaign: Campaign, day: date, ending: str) -> bytes:
    return take_weekly(campaign=campaign, day=day, ending=ending, at=AT, by=system()).content


def word(campaign: Campaign, day: date) -> tuple[list[list[str]], str]:
    """Rows of the table, and all the text."""
    document = Document(io.BytesIO(taken(campaign, day, "docx")))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    return rows, "\n".join(line.text for line in document.paragraphs)


def excel(campaign: Campaign, day: date) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(taken(campaign, day, "xlsx")))


@pytest.mark.parametrize("day", [date(2017, 5, 22), date(2017, 6, 20), date(2017, 7, 31)])
def test_word_and_excel_say_what_the_status_says(replayed: Campaign, day: date) -> None:
    found = status(replayed, day, reader=system())
    rows, _text = word(replayed, day)
    sheet = list(
        excel(replayed, day)["周进度表"].iter_rows(min_row=4, max_row=20, values_only=True)
    )

    assert tuple(rows[0]) == sheet[0] == HEADS
    assert [row[0] for row in rows] == [row[0] for row in sheet]
    for in_word, in_excel in zip(rows[1:], sheet[1:], strict=True):
        assert [float(cell) for cell in in_word[1:]] == list(in_excel[1:])
        assert all(isinstance(cell, int | float) for cell in in_excel[1:])
    total = sheet[14]
    assert total[:4] == ("合计", len(found.units), found.done, found.rate)
    assert total[4:8] == tuple(found.closed[gate] for gate in Gate)
    assert total[8] == progress(replayed, day, reader=system()).total.fresh


def test_the_sheet_behind_the_counts_lists_every_unit(replayed: Campaign) -> None:
    day = date(2017, 6, 20)
    found = status(replayed, day, reader=system())

    rows = list(excel(replayed, day)["各单位"].iter_rows(min_row=5, values_only=True))

    assert [row[1] for row in rows] == [one.unit.code for one in found.units]
    for row, one in zip(rows, found.units, strict=True):
        days = [one.gates[gate].day if gate in one.gates else None for gate in Gate]
        read = [cell.date() if isinstance(cell, datetime) else cell for cell in row[4:9]]
        assert read == [*days, one.done_on]


def test_it_says_what_it_counts_for_which_day_and_that_evidence_is_invented(
    replayed: Campaign,
) -> None:
    _rows, text = word(replayed, date(2017, 6, 20))
    sheet = excel(replayed, date(2017, 6, 20))["周进度表"]
    cells = "\n".join(str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0])

    for words in ("2017年6月14日至2017年6月20日", "口径：", "四舍五入", "项佐证为虚构示例",
                  "制表时间：2017-06-20 09:30", "47/132", "预计2017年7月25日"):  # fmt: skip
        assert words in text
        assert words in cells


def test_excel_prints_on_a4_across_with_its_head_on_every_page(replayed: Campaign) -> None:
    for sheet in excel(replayed, date(2017, 6, 20)):
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        fits = sheet.sheet_properties.pageSetUpPr
        assert fits
        assert fits.fitToPage
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("B5", "$4:$4")


def test_a_campaign_that_asks_nobody_here_is_a_sheet_too(replayed: Campaign) -> None:
    Target.objects.all().delete()

    rows, text = word(replayed, date(2017, 6, 20))

    assert rows[1:] == [["合计", "0", "0", "—", *["0"] * 8]]
    assert "没有列入的单位" in text


def test_taking_it_is_on_record(replayed: Campaign) -> None:
    taken(replayed, date(2017, 6, 20), "docx")

    entry = Entry.objects.get(verb="campaign.exported")
    assert (entry.subject_id, entry.unit_code) == (str(replayed.pk), "350423000000")
    assert entry.data["day"] == "2017-06-20"
