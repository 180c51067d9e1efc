"""Lists that cannot be taken: each is refused with file, line and value, and leaves nothing."""

from datetime import date
from pathlib import Path

import pytest

from jinguo.audit.models import Entry
from jinguo.divisions import errors
from jinguo.divisions.actions import load_lists
from jinguo.kernel.actor import DIVISIONS, Actor, Grant, system
from tests.divisions.lists import DATA, HEAD, as_csv, county, load, snapshot

pytestmark = pytest.mark.django_db

DAY = "2018-10-31"
TOP = [
    HEAD,
    ("2018", DAY, "350999000000", "3", "测试县", ""),
    ("2018", DAY, "350999100000", "4", "城关镇", "350999000000"),
]


def village(
    code: str = "350999100201",
    level: str = "5",
    name: str = "东山村委会",
    parent: str = "350999100000",
    day: str = DAY,
) -> tuple[str, ...]:
    return ("2018", day, code, level, name, parent)


def refusal(content: bytes) -> errors.ListRefused:
    """The refusal of this file, which must have changed nothing."""
    before = snapshot()
    with pytest.raises(errors.ListRefused) as caught:
        load(("名单.csv", content))
    assert snapshot() == before
    assert not Entry.objects.exists()
    assert "名单.csv" in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("row", "kind", "value"),
    [
        (village(code="35099910020"), errors.WrongCode, "35099910020"),
        (village(code="3.50999E+11"), errors.WrongCode, "3.50999E+11"),
        (village(code=""), errors.WrongCode, ""),
        (village(level="4"), errors.WrongLevel, "4"),
        (village(level="village"), errors.WrongLevel, "village"),
        (village(name="  "), errors.WrongName, "  "),
        (village(name="村" * 101), errors.WrongName, "村" * 101),
        (village(parent="350999101000"), errors.WrongParent, "350999101000"),
        (village(parent="镇"), errors.WrongParent, "镇"),
        (village(day="2018-02-30"), errors.WrongDay, "2018-02-30"),
        (village(day="1018-10-31"), errors.WrongDay, "1018-10-31"),
        (village(day=""), errors.WrongDay, ""),
        (village()[:4], errors.CutOff, "2018,2018-10-31,350999100201,5"),
    ],
)
def test_a_wrong_line_is_named_with_its_value(
    row: tuple[str, ...], kind: type[errors.ListRefused], value: str
) -> None:
    found = refusal(as_csv([*TOP, row]))

    assert type(found) is kind
    assert found.data["line"] == 4
    assert found.data["value"] == value
    assert f"{4}" in str(found)


def test_a_row_with_more_cells_than_columns_says_what_would_get_lost() -> None:
    found = refusal(as_csv([*TOP, (*village(), "", "西山村委会")]))

    assert isinstance(found, errors.TooManyCells)
    assert (found.data["line"], found.data["value"]) == (4, "西山村委会")


def test_empty_cells_beyond_the_last_column_are_nothing() -> None:
    load(("名单.csv", as_csv([*TOP, (*village(), "", " ")])))


def test_two_columns_of_codes_are_refused() -> None:
    rows = [("as_of", "code", "name", "代码"), (DAY, "350999000000", "测试县", "350998000000")]

    found = refusal(as_csv(rows))

    assert isinstance(found, errors.ColumnTwice)
    assert "code, 代码" in str(found)


@pytest.mark.parametrize("stray", ['"东山村委会', '"东山"村委会'])
def test_a_stray_quotation_mark_is_named_at_its_line(stray: str) -> None:
    rest = as_csv([village(f"3509991002{n:02}") for n in range(2, 30)])
    line = f"2018,{DAY},350999100201,5,{stray},350999100000\n"

    found = refusal(as_csv(TOP) + line.encode() + rest)

    assert isinstance(found, errors.StrayQuote)
    assert found.data["line"] == 4
    assert stray in str(found)


@pytest.mark.parametrize("mark", ["\x07", "\ue863", "\ufffd"])
def test_a_character_that_is_no_part_of_a_name_is_named(mark: str) -> None:
    found = refusal(as_csv([*TOP, village(name=f"东{mark}山村委会")]))

    assert isinstance(found, errors.WrongCharacter)
    assert found.data["line"] == 4
    assert f"U+{ord(mark):04X}" in str(found)


def test_a_list_of_a_day_to_come_is_refused_where_today_is_known() -> None:
    content = as_csv([*TOP, village()])

    with pytest.raises(errors.FutureDay) as caught:
        load_lists([("名单.csv", content)], by=system(), today=date(2018, 10, 30))

    assert (caught.value.data["line"], str(caught.value.data["value"])) == (2, DAY)
    load_lists([("名单.csv", content)], by=system(), today=date(2018, 10, 31))


def test_missing_columns_are_named_with_those_that_are_there() -> None:
    found = refusal(as_csv([("vintage", "code", "title"), ("2018", "350999000000", "测试县")]))

    assert isinstance(found, errors.ColumnsMissing)
    assert found.data["missing"] == "as_of, name"
    assert "vintage, code, title" in str(found)


def test_a_village_whose_township_is_not_in_the_list() -> None:
    found = refusal(as_csv([*TOP, village("350999101201", parent="350999101000")]))

    assert isinstance(found, errors.ParentMissing)
    assert (found.data["line"], found.data["value"]) == (4, "350999101000")


def test_a_city_that_the_list_names_but_nobody_knows() -> None:
    rows = [HEAD, ("2018", DAY, "350999000000", "3", "测试县", "350900000000"), *TOP[2:]]

    found = refusal(as_csv(rows))

    assert isinstance(found, errors.ParentMissing)
    assert (found.data["line"], found.data["value"]) == (2, "350900000000")


def test_the_same_code_twice_in_one_list() -> None:
    found = refusal(as_csv([*TOP, village(), village(name="西山村委会")]))

    assert isinstance(found, errors.CodeTwice)
    assert (found.data["line"], found.data["first"]) == (5, 4)
    assert found.data["value"] == "350999100201"


def test_two_files_that_describe_one_county_differently() -> None:
    with pytest.raises(errors.ListsContradict) as caught:
        load(
            ("a.csv", as_csv([*TOP, village()])),
            ("b.csv", as_csv([*TOP, village(name="西山村委会")])),
        )

    assert caught.value.data["value"] == "350999"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", as_csv([HEAD]), b"\n\n"])
def test_a_file_without_rows(content: bytes) -> None:
    assert isinstance(refusal(content), errors.EmptyFile)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 a workbook",
        b"\xd0\xcf\x11\xe0 an old workbook",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        as_csv(TOP, "utf-16"),
        as_csv([*TOP, village()]).replace("东".encode(), b"\xff\xfe"),
    ],
)
def test_bytes_that_are_no_text(content: bytes) -> None:
    assert isinstance(refusal(content), errors.NotText)


def test_broken_bytes_are_named_with_their_line() -> None:
    content = as_csv([*TOP, village()]).replace("东".encode(), b"\xff\xfe")

    assert "4" in str(refusal(content))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("missing", [1, 4, 11, 12, 13, 15, 17, 20, 35, 50])
def test_a_file_cut_off_anywhere_in_its_last_line(encoding: str, missing: int) -> None:
    whole = (DATA / "qingliu-350423-vintages.csv").read_text().encode(encoding).rstrip(b"\n")

    found = refusal(whole[:-missing])

    assert isinstance(found, errors.CutOff)
    assert found.data["line"] == 1086


def test_a_quotation_that_never_ends() -> None:
    content = as_csv(TOP) + '2018,2018-10-31,350999100201,5,"东山村委会'.encode()

    assert isinstance(refusal(content), errors.CutOff)


def test_a_list_that_has_lost_a_third_of_the_county() -> None:
    full = {
        "100": (
            "城关镇",
            {f"2{n:02}": f"{name}村委会" for n, name in enumerate("甲乙丙丁戊己庚辛壬")},
        )
    }
    short = {"100": ("城关镇", dict(list(full["100"][1].items())[:5]))}
    load(county("2017-10-31", full))
    before = snapshot()

    with pytest.raises(errors.TooManyLost) as caught:
        load(county("2018-10-31", short))

    assert snapshot() == before
    assert caught.value.data["lost"] == 4
    assert "己" in str(caught.value)
    load(county("2018-10-31", short), allow_losses=True)
    assert len(snapshot()["Listing"]) == 6


FULL = {
    "100": ("城关镇", {f"2{n:02}": f"{name}村委会" for n, name in enumerate("甲乙丙丁戊己庚辛壬")})
}
CUT = {"100": ("城关镇", dict(list(FULL["100"][1].items())[:5]))}


@pytest.mark.parametrize(
    ("known", "late"),
    [
        (county("2018-10-31", CUT), county("2017-10-31", FULL)),
        (county("2018-10-31", FULL), county("2017-10-31", CUT)),
    ],
)
def test_losses_beside_the_following_list_are_seen_too(
    known: tuple[str, bytes], late: tuple[str, bytes]
) -> None:
    load(known)
    before = snapshot()

    with pytest.raises(errors.TooManyLost) as caught:
        load(late)

    assert snapshot() == before
    assert (caught.value.data["lost"], caught.value.data["file"]) == (4, late[0])
    load(late, allow_losses=True)


MANY = {
    f"{100 + n}": (
        f"{word}溪镇",
        {f"2{i:02}": f"{word}{x}村委会" for i, x in enumerate("山坪坑溪")},
    )
    for n, word in enumerate("甲乙丙丁戊己庚辛壬癸")
}


def test_a_whole_township_that_went_nowhere_is_refused_by_name() -> None:
    without = {code: listed for code, listed in MANY.items() if code != "105"}
    load(county("2017-10-31", MANY))
    before = snapshot()

    with pytest.raises(errors.TownshipLost) as caught:
        load(county("2018-10-31", without))

    assert "己溪镇 350999105000" in str(caught.value)
    assert snapshot() == before
    report = load(county("2018-10-31", without), allow_losses=True)
    assert [one.name for one in report.closed] == ["己溪镇", *MANY["105"][1].values()]


def test_a_township_whose_villages_went_elsewhere_may_go() -> None:
    into = {
        **MANY,
        "104": (
            MANY["104"][0],
            {**MANY["104"][1], **{f"3{code[1:]}": name for code, name in MANY["105"][1].items()}},
        ),
    }
    del into["105"]
    load(county("2017-10-31", MANY))

    report = load(county("2018-10-31", into))

    assert [one.name for one in report.closed] == ["己溪镇"]
    assert report.added == ()


def test_one_wrong_file_keeps_all_others_out(tmp_path: Path) -> None:
    good, wrong = tmp_path / "good.csv", tmp_path / "wrong.csv"
    good.write_bytes(as_csv([*TOP, village()]))
    wrong.write_bytes(b"no,list\n1,2\n")

    with pytest.raises(errors.ColumnsMissing):
        load_lists([good, wrong], by=system())

    assert snapshot() == {"Listing": [], "Division": [], "Version": [], "Succession": []}


def test_every_refusal_says_what_would_be_right() -> None:
    for kind in errors.ListRefused.__subclasses__():
        assert str(kind.remedy), kind


def test_a_county_of_others_is_refused_and_nothing_is_written() -> None:
    office = Actor(1, "县妇联", (Grant(DIVISIONS, "350423"),))

    before = snapshot()

    with pytest.raises(errors.CountyOfOthers) as caught:
        load_lists([("名单.csv", NEIGHBOUR.encode())], by=office)

    assert caught.value.data["value"] == "350424"
    assert snapshot() == before


NEIGHBOUR = """as_of,code,name
2016-07-31,350000000000,福建省
2016-07-31,350400000000,三明市
2016-07-31,350424000000,宁化县
2016-07-31,350424100000,翠江镇
2016-07-31,350424100001,中山社区居委会
"""
