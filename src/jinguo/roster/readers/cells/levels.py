"""At which level a unit stands, told from the last words of its name."""

import re
from functools import lru_cache

from jinguo.kernel.text import fold

COUNTY, TOWNSHIP, VILLAGE = "县", "乡镇", "村"
_ORGANISATION = re.compile(
    r"妇女联合会|妇女代表|妇女委员会|妇代会|妇联|女联|妇委会|执委会|执行委员会"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_ENDINGS = (
    (VILLAGE, re.compile(r".*(?:村|社区|[村居]委会|[村居]民委员会|居)级?")),
    (TOWNSHIP, re.compile(r".*(?:镇|乡|街道|街道办(?:事处)?)(?:本?级|机关)?")),
    (COUNTY, re.compile(r".*[县区市旗]级?")),
)


@lru_cache(maxsize=4096)
def level_of(unit: str) -> str:
    """The level of a unit, empty where its name does not say: 「石桥镇团结村妇联」 → 村."""
    name = _BRACKETS.sub("", _ORGANISATION.split(fold(unit))[0])
    return next((level for level, ending in _ENDINGS if ending.fullmatch(name)), "")
