"""同上 and 〃 stand for the cell above them."""

import pytest

from jinguo.roster.enums import Post
from tests.roster.readers.workbooks import found, person, read, roster

DITTO = ("unit", "ethnicity", "political_status", "education", "post", "starts_on", "occupation")


@pytest.mark.parametrize("mark", ["同上", "〃"])
def test_a_mark_of_repetition_means_the_cell_above(mark: str) -> None:
    marks = dict.fromkeys(DITTO, mark)
    file = read(roster(person(post="主席"), person(name="王芳", **marks), person(name="赵兰")))
    first, second, _ = file.sheets[0].rows
    assert second._replace(name="李梅", row=4, unit_cell="B4") == first
    assert second.post is Post.CHAIR
    assert file.problems == []


def test_what_nobody_shares_cannot_be_repeated() -> None:
    file = read(roster(person(), person(name="同上", birth_month="同上", phone="同上")))
    assert found(file) == [
        ("name_unreadable", "C5", "refuse"),
        ("birth_unreadable", "F5", "refuse"),
        ("phone_unreadable", "L5", "warn"),
    ]
