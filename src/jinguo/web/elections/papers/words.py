"""Words that several papers share."""

from datetime import date

from jinguo.elections.enums import Office
from jinguo.elections.queries.dossier import Dossier

POSTS = {Office.CHAIR: "主席", Office.VICE_CHAIR: "副主席", Office.EXECUTIVE: "执委"}
BODIES = {
    Office.EXECUTIVE: "执行委员会委员",
    Office.CHAIR: "主席",
    Office.VICE_CHAIR: "副主席",
}


def day(value: date) -> str:
    """A day in official documents: Arabic digits, no leading zero."""
    return f"{value.year}年{value.month}月{value.day}日"


def congress(file: Dossier) -> str:
    """What the congress is called: 石下村第三次妇女代表大会."""
    number = file.congress.number
    return f"{file.place.short}{f'第{chinese(number)}次' if number else ''}妇女代表大会"


def deed(file: Dossier) -> str:
    """What the congress does: 选举, or 补选 where it fills vacant seats."""
    return "补选" if file.congress.by_election else "选举"


def chinese(number: int) -> str:
    """A number below a hundred in Chinese digits; larger ones in Arabic."""
    digits = "〇一二三四五六七八九"
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return f"{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"


def padded(name: str) -> str:
    """A name of two characters as wide as one of three, as lists set it."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def post_of(file: Dossier, candidate_id: int) -> str:
    """The post somebody was elected to."""
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        if any(one.pk == candidate_id for one in file.elected(office)):
            return POSTS[office]
    return POSTS[Office.EXECUTIVE]
