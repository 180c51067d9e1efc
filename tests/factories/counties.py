"""A made-up county far from Qingliu, with everything a county's lists can do.

临山县 of 2018 has a 街道 with communities, a 镇 and a 乡 that both have a 石桥村. Until the list
of 2020 白沙乡 becomes 白沙镇 under a new code, 青山村 is gone and 河湾社区 is new.
"""

import csv
import io
from collections.abc import Mapping

from jinguo.divisions.actions import LoadReport, load_lists
from jinguo.divisions.queries import Place, counties
from jinguo.kernel.actor import system

LINSHAN = "430999"
FIRST, SECOND = "2018-10-31", "2020-10-31"
HEAD = ("vintage", "as_of", "code", "level", "name", "parent_code")

Townships = Mapping[str, tuple[str, Mapping[str, str]]]
"""Three digits of a township → its name and, by three more digits, its villages."""

STREET, RED_ROCK, WHITE_SAND, WHITE_SAND_NOW = "001", "100", "200", "101"

LINSHAN_2018: Townships = {
    STREET: ("城关街道办事处", {"001": "东门社区居委会", "002": "西门社区居民委员会"}),
    RED_ROCK: (
        "红岩镇",
        {"001": "新街社区居民委员会", "200": "石桥村委会", "201": "大坪村村民委员会"},
    ),
    WHITE_SAND: (
        "白沙乡",
        {"200": "石桥村委会", "201": "青山村委会", "202": "瑶山瑶族村委会", "203": "白沙村委会"},
    ),
}
LINSHAN_2020: Townships = {
    STREET: LINSHAN_2018[STREET],
    RED_ROCK: LINSHAN_2018[RED_ROCK],
    WHITE_SAND_NOW: (
        "白沙镇",
        {
            "001": "河湾社区居民委员会",
            "200": "石桥村委会",
            "202": "瑶山瑶族村委会",
            "203": "白沙村委会",
        },
    ),
}


def county_list(
    day: str, townships: Townships, *, code: str = LINSHAN, name: str = "临山县"
) -> tuple[str, bytes]:
    """A list of one county with its city and province, as CSV."""
    city, province = f"{code[:4]}00000000", f"{code[:2]}0000000000"
    rows = [
        HEAD,
        (day[:4], day, province, "1", "湖南省", ""),
        (day[:4], day, city, "2", "南岭市", province),
        (day[:4], day, f"{code}000000", "3", name, city),
    ]
    for digits, (township, villages) in townships.items():
        above = f"{code}{digits}000"
        rows.append((day[:4], day, above, "4", township, f"{code}000000"))
        for number, village in villages.items():
            rows.append((day[:4], day, f"{code}{digits}{number}", "5", village, above))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return f"{name}{day}.csv", text.getvalue().encode()


def load_linshan() -> LoadReport:
    """Both lists of 临山县."""
    return load(county_list(FIRST, LINSHAN_2018), county_list(SECOND, LINSHAN_2020))


def load(*files: tuple[str, bytes], allow_losses: bool = True) -> LoadReport:
    """Load these lists in one go."""
    return load_lists(files, by=system("test"), allow_losses=allow_losses)


def county(code: str = LINSHAN) -> Place:
    """The county with this code, as it was last."""
    return next(one for one in counties() if one.code.startswith(code))
