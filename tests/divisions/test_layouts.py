"""Lists as offices save them: encodings, orders of columns, missing columns, styles of dates."""

from datetime import date

import pytest

from jinguo.divisions import queries
from jinguo.divisions.models import Version
from tests.divisions.lists import HEAD, as_csv, identities, load

pytestmark = pytest.mark.django_db

ROWS = [
    HEAD,
    ("2018", "2018-10-31", "350000000000", "1", "福建省", ""),
    ("2018", "2018-10-31", "350900000000", "2", "宁德市", "350000000000"),
    ("2018", "2018-10-31", "350999000000", "3", "测试县", "350900000000"),
    ("2018", "2018-10-31", "350999100000", "4", "城关镇", "350999000000"),
    ("2018", "2018-10-31", "350999100201", "5", "东山村委会", "350999100000"),
]


def reordered(*names: str) -> list[tuple[str, ...]]:
    places = [HEAD.index(name) for name in names]
    return [tuple(row[place] for place in places) for row in ROWS]


def heading(*names: str) -> list[tuple[str, ...]]:
    return [names, *reordered("code", "name", "as_of")[1:]]


@pytest.mark.parametrize(
    "content",
    [
        as_csv(ROWS, "utf-8-sig"),
        as_csv(ROWS, "gb18030"),
        as_csv(ROWS).replace(b"\n", b"\r\n"),
        as_csv(ROWS).replace(b",", b"\t"),
        as_csv(ROWS).replace(b",", b";"),
        as_csv(ROWS).replace(b"\n", b"\n\n") + b",,,,,\n",
        as_csv(ROWS).rstrip(b"\n"),
        as_csv(ROWS).replace(b"2018-10-31", b"2018/10/31"),
        as_csv(ROWS).replace(b"2018-10-31", "2018年10月31日".encode()),
        as_csv(ROWS).replace("东山".encode(), "东　山 ".encode()),
        as_csv(reordered("name", "code", "as_of")),
        as_csv(reordered("parent_code", "as_of", "name", "level", "code", "vintage")),
        as_csv(heading("统计用区划代码", "名称", "截止日期")),
        as_csv(heading(" Code ", "NAME", "as_of")),
        as_csv([(*row, "备注") for row in ROWS]),
        as_csv(ROWS).replace(b"350999100000,", b"350999100,").replace(b"350999000000", b"350999"),
    ],
)
def test_the_same_list_in_another_dress(content: bytes) -> None:
    load(("list.csv", as_csv(ROWS)))
    expected = identities()

    report = load(("list.csv", content))

    assert report.unchanged == 1
    assert identities() == expected


def test_a_county_without_its_city_stands_alone() -> None:
    rows = [ROWS[0], *([*row[:5], ""] for row in ROWS[3:])]

    load(("list.csv", as_csv(rows)))

    county = queries.place("350999", date(2018, 1, 1))
    assert county.parent_id is None
    assert queries.ancestors(county, date(2018, 1, 1)) == []


def test_a_city_without_counties_has_its_townships_itself() -> None:
    day = "2018-10-31"
    rows = [
        HEAD,
        ("2018", day, "440000000000", "1", "广东省", ""),
        ("2018", day, "441900000000", "2", "东莞市", "440000000000"),
        ("2018", day, "441900000000", "3", "东莞市", "440000000000"),
        ("2018", day, "441900003000", "4", "东城街道办事处", "441900000000"),
        ("2018", day, "441900003001", "5", "岗贝社区居民委员会", "441900003000"),
    ]

    load(("list.csv", as_csv(rows)))

    city = queries.place("441900", date(2018, 1, 1))
    (township,) = queries.children(city, date(2018, 1, 1))
    assert township.short == "东城街道"
    assert [place.code for place in queries.counties()] == ["441900000000"]


def test_names_of_provinces_are_those_of_the_latest_list_whoever_brought_it() -> None:
    def one(code: str, day: str, city: str) -> tuple[str, bytes]:
        rows = [
            HEAD,
            ("", day, "350000000000", "1", "福建省", ""),
            ("", day, "350900000000", "2", city, "350000000000"),
            ("", day, f"{code}000000", "3", "甲县", "350900000000"),
        ]
        return f"{code}.csv", as_csv(rows)

    load(one("350901", "2018-10-31", "宁德市"), one("350902", "1999-12-31", "宁德地区"))

    cities = Version.objects.filter(level=2).order_by("valid_until")
    assert [(city.name, city.valid_from, city.valid_until) for city in cities] == [
        ("宁德地区", None, date(2018, 10, 31)),
        ("宁德市", date(2018, 10, 31), None),
    ]
    assert len({city.division_id for city in cities}) == 1
