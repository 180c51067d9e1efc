"""What of a place's name is its own, and what only says which kind of place it is."""

import re
from functools import lru_cache

from jinguo.divisions.models import Level

_VILLAGERS = re.compile(r"(村民委员会|村委会)$")
_RESIDENTS = re.compile(r"(居民委员会|居委会)$")
_PEOPLES = re.compile(
    r"((各|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|"
    r"纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|"
    r"德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族|民族)+$"
)
_KIND = {
    Level.COUNTY: re.compile(r"(自治县|自治旗|特区|林区|县|市|区|旗)+$"),
    Level.TOWNSHIP: re.compile(r"(街道办事处|地区办事处|办事处|街道|镇|乡|苏木)$"),
    Level.VILLAGE: re.compile(r"(社区|村|嘎查)+$"),
}


def short(name: str, level: int) -> str:
    """The name people use: 「石下村委会」 → 「石下村」, 「天康社区居民委员会」 → 「天康社区」."""
    if level == Level.TOWNSHIP:
        return name.removesuffix("办事处") if name.endswith("街道办事处") else name
    if level != Level.VILLAGE:
        return name
    for office, kind in ((_VILLAGERS, "村"), (_RESIDENTS, "社区")):
        base = office.sub("", name)
        if base == name or not base:
            continue
        while base.endswith("村村"):  # 「新村村村委会」 is the committee of 新村
            base = base[:-1]
        return base if base.endswith(("村", "社区", "区", "嘎查")) else base + kind
    return name


@lru_cache(maxsize=65536)
def stem(name: str, level: int) -> str:
    """The name without its kind and without a people's name: 「嵩溪畲族村村民委员会」 → 「嵩溪」.

    Kinds change more often than places do. A name that is nothing but its kind is kept.
    """
    base = _RESIDENTS.sub("", _VILLAGERS.sub("", name)) or name
    kind = _KIND.get(Level(level))
    if kind is not None:
        base = kind.sub("", base) or base
    return _PEOPLES.sub("", base) or base


def close(one: str, other: str) -> bool:
    """Whether two stems differ by one character or one contains the other.

    Stems of a single character are close to nothing but themselves.
    """
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return False
    if one in other or other in one:
        return True
    return len(one) == len(other) and sum(map(str.__ne__, one, other)) == 1


def corrected(one: str, other: str) -> bool:
    """Whether one stem is surely the other written better: 太山 → 泰山, 东山 → 大东山.

    Of close stems, those where a character gave way to one that sounds the same. 上坪 and
    下坪, 东坑 and 西坑 are as close, and two villages.
    """
    if not close(one, other):
        return False
    if len(one) != len(other):
        return True
    return all(_sounds(a) & _sounds(b) for a, b in zip(one, other, strict=True) if a != b)


@lru_cache(maxsize=4096)
def _sounds(character: str) -> frozenset[str]:
    """Every reading of a character, with its tone."""
    from pypinyin import pinyin  # its tables take a fifth of a second, and are seldom asked

    return frozenset(pinyin(character, heteronym=True)[0])
