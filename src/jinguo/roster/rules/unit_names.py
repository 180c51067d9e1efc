"""How people write a unit: what of a text is its name, and which names a place answers to."""

import re

from jinguo.divisions.models import Level
from jinguo.divisions.rules.names import short, stem
from jinguo.kernel.text import fold

_BEFORE = re.compile(
    r"^(附件?[\d一二三四五六七八九十]*[:：.、]?)?([\(（]?[\d一二三四五六七八九十]{1,3}[\)）、.．])?"
    r"((19|20)\d\d年(度)?(\d{1,2}月)?)?"
    r"((填报|所属|所在)?(单位|村名|乡镇|村居|村|社区)(名称)?[:：])?"
)
_ORGANISATION = re.compile(r"妇女联合会|妇女代表|妇女委员会|妇代会|妇联|妇委会|妇女之家|妇工委")
_TITLE = re.compile(
    r"(执行委员会|执委会|执委|委员)?(组成)?(人员|成员|干部)?(基本)?(情况|信息)?"
    r"(花名册|名册|名单|统计表|登记表|一览表|汇总表|情况表|信息表|表)([:：].*)?$"
)
_OFFICE = re.compile(r"(人民政府|政府|党委|办事处)$")
_BRACKETS = re.compile(r"\(([^()]*)\)")


def spellings(text: str) -> list[str]:
    """What may be the unit's name, best first: 「1、石下村妇联（林畲乡）」 → 石下村, 林畲乡."""
    folded = fold(text)
    outside = _BRACKETS.sub("", folded)
    found = [
        _name(folded),
        _name(outside),
        *(_name(inside) for inside in _BRACKETS.findall(folded)),
    ]
    return [name for name in dict.fromkeys(found) if name]


def organisations(text: str) -> list[str]:
    """Every unit a text names: 「白水镇妇联、新民村妇联花名册」 → 白水镇, 新民村."""
    parts = _ORGANISATION.split(_BRACKETS.sub("", fold(text)))[:-1]
    names = (_name(part.lstrip("、,，和及与暨")) for part in parts)
    return [name for name in dict.fromkeys(names) if name]


def _name(text: str) -> str:
    text = _BEFORE.sub("", text)
    text = _TITLE.sub("", _ORGANISATION.split(text)[0])
    return _OFFICE.sub("", text).replace("行政村", "村")


def strong_forms(name: str, level: int) -> set[str]:
    """Ways to write a place's name that still say which kind of place it is."""
    forms = {name, short(name, level)}
    own = stem(name, level)
    if level == Level.VILLAGE:
        kinds = _COMMUNITY if "居" in name or "社区" in name else _VILLAGE
        forms |= {own + kind for kind in kinds}
        if forms & {f"{own}村"} or name.endswith("村委会"):
            forms.add(f"{short(name, level)}村")  # 李村村 for the village 李村
    elif level == Level.TOWNSHIP and "街道" in name:
        forms |= {f"{own}街道", f"{own}街道办事处", f"{own}街道办", f"{own}街办"}
    return forms


_VILLAGE = ("村", "村委会", "村民委员会", "村村委会", "村村民委员会", "村委")
_COMMUNITY = ("社区", "居委会", "居民委员会", "社区居委会", "社区居民委员会", "社区居委")


def weak_forms(name: str, level: int) -> set[str]:
    """The bare stem and its other kinds, 「石下」 for 石下村: for where nothing stronger fits."""
    own = stem(name, level)
    if len(own) == 1:
        return set()
    kinds = {
        Level.VILLAGE: ("", "村", "社区"),
        Level.TOWNSHIP: ("", "乡", "镇", "街道"),
    }
    return {own + kind for kind in kinds.get(Level(level), ("",))}
