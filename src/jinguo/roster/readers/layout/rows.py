"""What a row is that is not plainly a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from jinguo.kernel.text import fold
from jinguo.roster.readers.layout.headings import scores
from jinguo.roster.readers.layout.sections import section_unit
from jinguo.roster.readers.layout.sitting import not_sitting
from jinguo.roster.readers.sheet import Cell, display


class RowKind(Enum):
    """The kinds of rows in and around a list."""

    BLANK = "blank"
    PERSON = "person"
    EMPTY = "empty"
    HEADER = "header"
    TOTALS = "totals"
    SIGNATURE = "signature"
    SECTION = "section"
    OTHER = "other"


_TOTALS = re.compile(
    r"(?:本页|本村|全镇|全乡|全县|本表)?(?:合计|小计|总计|共计|总人数|总数|累计)(?=$|[:：\d(、]|人).*"
)
_SUM = re.compile(
    r"(?:.{0,12})?共(?:有|计)?(?:执委|委员|妇女)*\d+[人名].*|共(?:有|计)?\d+[人名].*|(?:本页|本表)\d+[人名].*"
)
_STATED = re.compile(r"(?<!\d)(\d{1,6})(?=[人名位])")
_SIGNATURE = re.compile(
    r"(?:填表|填报|制表|审核|审批|复核|核对|经办|联系|负责|校对|统计|报送|录入|分管|主管|主要|单位|签发|登记)"
    r"(?:人|者|领导|负责人|单位|日期|时间|电话)*(?:\(.*?\))?(?:签字|签名|签章|盖章)?[:：].*"
    r"|(?:填表人|制表人|审核人|负责人|经办人|联系人|填报人|审批人|填表日期|填报日期|制表日期|联系电话)(?:\(.*\))?"
    r"|.*\(?(?:盖章|公章|签字|签名)\)?[:：]?"
    r"|(?:备注|说明|注|附注|附|填表说明|温馨提示|提示|注意)[\d]?[:：].*|注[:：]?"
    r"|(?:电话|手机|日期|时间|传真|地址|邮箱|截至|截止).{0,3}[:：].*"
    r"|第\d+页.*|共\d+页.*"
)
_DATE_ALONE = re.compile(
    r"(?:20\d{2}|[二〇○零一三四五六七八九]{4})年.{1,3}月(?:.{1,3}日)?"
    r"|20\d{2}[-./]\d{1,2}([-./]\d{1,2})?"
)
_NUMBERING = re.compile(r"^[(]?[\d一二三四五六七八九十]{1,3}[)、.．]")
_COUNT = re.compile(r"[(:：]?(?:共|计)?\d+[人名位]\)?$")
_SUBHEADING = re.compile(
    r"\(?(?:(?:副?主席|常务|常委|执委|委员|执行委员会?|代表|专职|兼职|挂职|专兼职|班子|领导|成员|"
    r"组成|名单|人员|女干部|妇联|如下|及|和|、|[()])+)[:：]?"
)
"""A line between people that sorts them by post and says nothing of their unit."""
_REMARKS = re.compile(rf"{_DATE_ALONE.pattern}|{_SUBHEADING.pattern}|\(.*\)")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏"
    "吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴"
)
"""The commonest: somebody may be called 王新村, while 团结村 is a village."""


@dataclass(frozen=True, slots=True)
class RowShape:
    """Where the telling columns of a list are; -1 where there is none."""

    name: int
    post: int
    number: int
    unit: int
    personal: frozenset[int]


def classify(row: Sequence[Cell], shape: RowShape, filled: frozenset[int]) -> RowKind:
    """What the row is; ``filled`` are columns filled from a merged cell that begins above."""
    if _is_numbered_person(row, shape, filled):
        return RowKind.PERSON
    own = {at: cell for at, cell in enumerate(row) if cell != "" and at not in filled}
    texts = {at: fold(display(cell)) for at, cell in own.items()}
    texts = {at: text for at, text in texts.items() if text}
    if not texts:
        return RowKind.BLANK
    if is_header(texts, shape):
        return RowKind.HEADER
    words = [text for at, text in sorted(texts.items())]
    if any(_TOTALS.fullmatch(text) for text in words[:3]):
        return RowKind.TOTALS
    if section_unit(words) is not None and not _is_forgotten(texts, shape):
        return RowKind.SECTION
    if _SUM.fullmatch(words[0]):
        return RowKind.TOTALS
    if len(words) == 1 and not_sitting(words[0]):
        return RowKind.SIGNATURE
    signed = {at for at, text in texts.items() if _SIGNATURE.fullmatch(text)}
    described = sum(at in shape.personal for at in texts.keys() - signed)
    if min(texts) in signed or (signed and described < 2):
        return RowKind.SIGNATURE
    if set(texts) <= {shape.number, shape.unit} and _is_number(texts.get(shape.number, "1")):
        return RowKind.EMPTY if shape.number in texts else RowKind.SECTION
    if len(words) == 1 and _REMARKS.fullmatch(_COUNT.sub("", _NUMBERING.sub("", words[0]))):
        return RowKind.SIGNATURE
    if described >= 2 or shape.name in texts:
        return RowKind.PERSON
    return RowKind.OTHER


def _is_numbered_person(row: Sequence[Cell], shape: RowShape, filled: frozenset[int]) -> bool:
    """A running number and several things said of a person: nothing else looks like that."""
    if shape.number < 0:
        return False
    number = row[shape.number]
    if not isinstance(number, float) and not (isinstance(number, str) and number.isdecimal()):
        return False
    return sum(row[at] != "" for at in shape.personal - filled) >= 4


def is_header(texts: dict[int, str], shape: RowShape) -> bool:
    """Whether the row repeats headings, of the same list or of another one below it."""
    if not any("名" in text for text in texts.values()):
        return False
    if shape.name in texts and "name" in dict(scores(texts[shape.name])):
        return True
    found = {field for text in texts.values() for field, _ in scores(text)}
    return "name" in found and len(found) >= 3 and ("post" in found or len(found) >= 5)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 7


def _is_forgotten(texts: dict[int, str], shape: RowShape) -> bool:
    """王新村 alone in the column of names is somebody whose other cells were forgotten."""
    name = texts.get(shape.name, "")
    numbered = _is_number(texts.get(shape.number, ""))
    if not name or len(name) > 3 or not (numbered or name[0] in _SURNAMES):
        return False
    return texts.keys() <= {shape.name, shape.number}


def stated_total(row: Sequence[Cell]) -> tuple[int, ...]:
    """The numbers of people a totals row states; several if it splits them up."""
    stated: list[int] = []
    for cell in row:
        if isinstance(cell, float) and cell.is_integer():
            stated.append(int(cell))
        elif isinstance(cell, str):
            text = fold(cell)
            stated.extend(int(number) for number in _STATED.findall(text))
            if text.isdecimal() and len(text) <= 6:
                stated.append(int(text))
            elif found := re.fullmatch(r"(?:合计|小计|总计|共计|总人数)[:：]?(\d{1,6})", text):
                stated.append(int(found[1]))
    return tuple(stated)
