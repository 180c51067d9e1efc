from jinguo.roster.readers.layout.header import find_header
from jinguo.roster.readers.sheet import Cell, Sheet


def _sheet(*rows: list[Cell], merged: list[tuple[int, int, int, int]] | None = None) -> Sheet:
    width = max(map(len, rows))
    filled = [row + [""] * (width - len(row)) for row in rows]
    return Sheet("执委", 0, filled, merged=merged or [])


def test_headings_stand_anywhere_near_the_top() -> None:
    blank: list[list[Cell]] = [["说明"]] * 20
    header = find_header(_sheet(*blank, ["", "姓名", "", "职务"], ["", "李梅", "", "主席"]))
    assert header is not None
    assert (header.first, header.last) == (20, 20)
    assert header.columns.fields == {"name": 1, "post": 3}


def test_headings_may_be_two_rows_high() -> None:
    header = find_header(
        _sheet(
            ["基本情况", "", "", "妇联", "联系方式", ""],
            ["姓名", "性别", "出生年月", "职务", "手机", "座机"],
            ["李梅", "女", "1981.02", "主席", "19900000001", ""],
            merged=[(0, 0, 0, 2), (0, 4, 0, 5)],
        )
    )
    assert header is not None
    assert (header.first, header.last) == (0, 1)
    assert header.columns.fields == {
        "name": 0,
        "gender": 1,
        "birth_month": 2,
        "post": 3,
        "phone": 4,
    }
    assert header.columns.unknown == ((5, "联系方式 / 座机"),)


def test_a_second_row_below_one_merged_heading_is_no_person() -> None:
    header = find_header(
        _sheet(
            ["姓名", "职务", "联系方式", ""],
            ["", "", "手机", "座机"],
            ["李梅", "主席", "19900000001", ""],
            merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)],
        )
    )
    assert header is not None
    assert header.last == 1


def test_a_first_person_is_not_taken_for_headings() -> None:
    header = find_header(_sheet(["姓名", "职务", "备注"], ["李梅", "主席", "无"]))
    assert header is not None
    assert header.last == 0


def test_a_sheet_of_words_has_no_headings() -> None:
    assert find_header(_sheet(["关于推进会改联工作的通知"], ["一、提高认识"])) is None
