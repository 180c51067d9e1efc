"""What stands above and below a list: title, reporting unit, the day it describes."""

import datetime
import re
from collections.abc import Iterable, Sequence

from jinguo.kernel.text import fold
from jinguo.roster.readers.cells.calendar import parts_of
from jinguo.roster.readers.sheet import Cell, display

_LIST_WORDS = "花名册|名册|名单|登记表|统计表|一览表|汇总表|情况表|信息表|报表|通讯录|名录|备案表"
_TITLE = re.compile(rf".*(?:{_LIST_WORDS}).*")
_APPENDIX = re.compile(r"(?:附件|附表|附|表)[\d一二三四五六七八九十]*[:：]?(?:-\d+)?")
_UNIT_LABEL = r"(?:填报|填表|上报|报送|制表|所属|报告)?单位(?:名称)?(?:\(.{0,6}?\))?"
_REPORTING = re.compile(rf"{_UNIT_LABEL}[:：](.*)")
_LABEL_ONLY = re.compile(rf"{_UNIT_LABEL}[:：]?")
_DAY_LABEL = (
    r"(?:填报|填表|上报|报送|报表|制表|统计|截止|截至|编制|更新|造册|填写|报告)"
    r"(?:日期|时间|日|年月日|到|于)?|日期|时间"
)
_NEXT_LABEL = re.compile(
    rf"(?:{_DAY_LABEL}|填表人|制表人|审核人|负责人|联系人|联系电话|\(盖章\)).*"
)
_DATE = r"(?:20\d{2}|\d{2})(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}(?:日|号)?"
_DAY = re.compile(rf"(?:{_DAY_LABEL})[:：]?\(?({_DATE})(?!\d)")
_DAY_FIRST = re.compile(rf"(?:截至|截止)?({_DATE})(?:止|为止)?")
_DAY_LABEL_ONLY = re.compile(rf"(?:{_DAY_LABEL})[:：]?")
_BRACKETED_DAY = re.compile(rf"\((?:截至|截止|截止到|截至到)?({_DATE})(?:止)?\)")

_SOME = re.compile(r"部分(人员|成员|执委|委员|代表)")
_OF_LIST = re.compile(
    r"(?:第.{1,3}届)?(?:换届后?|改革[前后]|新一届|当选|拟任|候选人?)*"
    r"(?:部分|组织|班子|领导班子|机构|队伍|干部|组成|基本|主席|副主席|、|和|及|执行委员会|执委会|执委|委员会?|"
    r"代表|人员|成员|女干部|情况|信息|名单|花|兼职|常委)*"
    rf"(?:{_LIST_WORDS}|表|册|名)?(?:\([^)]*\)|:)?$"
)


def title_of(rows: Sequence[Sequence[Cell]]) -> str:
    """The title above the headings: a line that names a list, else the first line with words."""
    first = ""
    for row in rows:
        for cell in row:
            text = display(cell) if isinstance(cell, str) else ""
            folded = fold(text)
            if not folded or _APPENDIX.fullmatch(folded) or _REPORTING.match(folded):
                continue
            if _TITLE.fullmatch(folded):
                return " ".join(text.split())
            first = first or " ".join(text.split())
    return first


def names_some_only(title: str) -> bool:
    """Whether a list says that it has only some of a unit's people: 「妇联部分人员名册」."""
    return bool(_SOME.search(fold(title)))


def reporting_unit_of(rows: Iterable[Sequence[Cell]]) -> str:
    """What follows 填报单位, in the same cell or the next one; folded."""
    for row in rows:
        texts = [fold(cell) for cell in row if isinstance(cell, str) and cell]
        for at, text in enumerate(texts):
            if found := _REPORTING.search(text):
                unit = _NEXT_LABEL.sub("", found[1])
                if unit:
                    return unit
            elif not _LABEL_ONLY.fullmatch(text):
                continue
            if at + 1 < len(texts) and not _NEXT_LABEL.match(texts[at + 1]):
                return texts[at + 1]
    return ""


def day_of(rows: Iterable[Sequence[Cell]]) -> datetime.date | None:
    """The day the list describes: 填报日期, 截至, 制表时间 …, or a date alone in its row."""
    alone: datetime.date | None = None
    for row in rows:
        cells = [cell for cell in row if cell != ""]
        for at, cell in enumerate(cells):
            if not isinstance(cell, str):
                continue
            text = fold(cell)
            found = _DAY.search(text) or _BRACKETED_DAY.search(text)
            if found and (day := _full_day(found[1])):
                return day
            labels_next = _DAY_LABEL_ONLY.fullmatch(text) and at + 1 < len(cells)
            if labels_next and (day := _full_day(cells[at + 1])):
                return day
        if len(cells) == 1 and alone is None:
            alone = _day_alone(cells[0])
    return alone


def unit_in_title(text: str) -> str:
    """The unit a title speaks of: 「石下村妇联执委花名册」 → 「石下村妇联」."""
    return _OF_LIST.sub("", fold(text))


def _day_alone(cell: Cell) -> datetime.date | None:
    if isinstance(cell, str):
        found = _DAY_FIRST.fullmatch(fold(cell))
        return _full_day(found[1]) if found else None
    return _full_day(cell) if isinstance(cell, datetime.date) else None


def _full_day(cell: Cell) -> datetime.date | None:
    parts = parts_of(cell)
    if parts is None or not parts.day:
        return None
    year = parts.year + (2000 if parts.short else 0)
    try:
        return datetime.date(year, parts.month, parts.day)
    except ValueError:
        return None
