"""Rows that name the unit of the rows below them, in the many ways people write them."""

import re
from collections.abc import Sequence

from jinguo.roster.readers.layout.title import unit_in_title

_DECORATION = re.compile(r"[★☆●○◆◇■□▲△▶►※*#【】〔〕「」《》\[\]]+|^[>·•\-—]+")
_NUMBERING = re.compile(r"^\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[IVXivx]{1,4})[)、.．:]+")
_MARK = re.compile(r"^\d{1,2}(?=[\u3400-\u9fff]{3})")
"""What is left of ② once it is folded: 「2团结村」."""
_HERE = re.compile(r"^(?:以下|下面|下列)(?:为|是|系)?[:：]?")
_LABEL = re.compile(
    r"(?:填报|填表|上报|报送|所在|所属|行政)?"
    r"(?:单位|村\W?社区\W?|村居|村级|村|社区|乡镇|乡|镇|街道)(?:名称?|全称)?(?:\(.{0,6}?\))?[:：]"
)
_AFTER_UNIT = re.compile(r"(?:(?:填报|填表|制表)?(?:日期|时间)[:：]).*")
_STAMP = re.compile(r"\((?:盖章|公章|签字|签章|签名)\)[:：]?")
_COUNT = re.compile(
    r"[(:：,，、]*(?:共|合?计|现?有|总?人数|主席|副主席|执委|委员|妇女|成员|[:：])*\d+[人名位].*$"
)
_NOTE = re.compile(r"[:：]*\((?![^()]*[乡镇村居道区]\))[^()]*\)[:：]*$")
"""Brackets at the end, unless they name the township: 「石下村（林畲乡）」."""
_DATE = r"(?:19|20)\d{2}(?:年度?|[-./])(?:\d{1,2}月?(?:[-./]?\d{1,2}[日号]?)?)?"
_DATE_BEFORE, _DATE_BEHIND = re.compile(f"^{_DATE}"), re.compile(f"{_DATE}$")
_BETWEEN = re.compile(r"(?<=[县区乡镇道处])[-—–:：/\\·>、]+(?=[\u3400-\u9fff])")
_UNIT = re.compile(
    r"[\u3400-\u9fff()·\d]{1,24}(?:妇联|妇女联合会|妇代会|妇委会|村|社区|居委会|村委会|委员会|镇|乡|"
    r"街道|办事处|居|园区|公司|合作社|协会|商会|市场)"
)
_HAN = re.compile(r"[\u3400-\u9fff]{2,12}")
_OF_A_LIST = re.compile(r".*(?:名册|名单|登记表|统计表|一览表|汇总表|情况表|信息表)(?:\(.*\))?")
_ANY_UNIT = re.compile(
    r"(?:各|本|全|村|社区|镇|乡|街道|县|级|基层|居|\(|\)|、)*(?:妇联|妇女联合会|妇代会|妇委会)?"
)
_TOWNSHIP_ITSELF = re.compile(r"本?(?:乡镇|乡|镇|街道)(?:本级|机关)?(?:妇联|妇女联合会)")
_FEDERATION = re.compile(r"(?:妇联|妇女联合会|妇代会|妇委会)$")
_REMARK = re.compile(r"(?:备注|说明|注|附注|填表说明|温馨提示|提示|注意)\d?[:：].*")
_BESIDE = re.compile(
    r"\(?\d+[人名位]?\)?|[一二三四五六七八九十IVX]{1,4}[、.]?|"
    + _DATE
    + r"|共\d+[人名位]|.{2,4}(?:人|日期|时间|电话)[:：].*"
)
"""Cells beside the unit's: a number, a count, a date, who filled the list in."""


def section_unit(words: Sequence[str]) -> str | None:
    """The unit a row of folded words names for the rows below it; None if it is no such row.

    Empty if it repeats a title that names no unit, as 「村妇联执委花名册」.
    """
    if _REMARK.match(words[0]):
        return None
    if len(words) > 1:
        words = [word for word in words if not _BESIDE.fullmatch(word)] or words[:1]
    if len(words) > 1 and _LABEL.fullmatch(words[0]):
        words = words[1:]
    if len(words) != 1:
        return None
    text = _HERE.sub("", _NUMBERING.sub("", _DECORATION.sub("", words[0])))
    labelled = _LABEL.match(text)
    unit = _unit(text[labelled.end() :] if labelled else text)
    of_a_list = _OF_A_LIST.fullmatch(text) is not None and not _COUNT.search(text)
    if _TOWNSHIP_ITSELF.fullmatch(unit):
        return unit
    if _ANY_UNIT.fullmatch(unit):
        return "" if of_a_list or (unit and unit == text.rstrip(":：")) else None
    known = of_a_list or _UNIT.fullmatch(unit) or (labelled and _HAN.fullmatch(unit))
    return unit if known else None


def _unit(text: str) -> str:
    text = _STAMP.sub("", _AFTER_UNIT.sub("", text))
    text = _NOTE.sub("", _COUNT.sub("", text))
    text = _DATE_BEHIND.sub("", _DATE_BEFORE.sub("", text)).strip(":：、,，.")
    return _BETWEEN.sub("", _MARK.sub("", unit_in_title(text))).rstrip(":：")


def closes_section(text: str, unit: str, current: str, title: str) -> bool:
    """Whether 「石下村共15人」 or a stamp ends the section of its unit, rather than begins one."""
    name = _FEDERATION.sub("", unit)
    if _STAMP.search(text):
        return name in current or name in title
    return _COUNT.search(text) is not None and name in (current or title)
