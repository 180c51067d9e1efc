"""Persons and seats are told apart."""

from datetime import date

import pytest

from jinguo.kernel.actor import system
from jinguo.statistics.queries import Row, figures, rows
from jinguo.statistics.rules import INDICATORS
from tests.factories.counties import LINSHAN
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import woman

pytestmark = pytest.mark.usefixtures("linshan")


def test_a_woman_with_two_seats_at_one_level_is_one_person_in_her_higher_post() -> None:
    both = {"birth": "1980.01", "phone": "19900000001", "since": "2019.1.1"}
    applied(
        bring_list(
            woman("张梅", "执委", unit="红岩镇大坪村", **both),
            woman("李兰", "主席", unit="红岩镇大坪村", since="2019.1.1"),
            woman("张梅", "主席", unit="红岩镇石桥村", **both),
        )
    )
    day = date(2019, 3, 1)

    found = rows("people", 5, LINSHAN, day, reader=system())
    number = figures(LINSHAN, day, reader=system()).village["people"]

    assert (number, found.total, len(found.rows)) == (2, 2, 2)
    zhang = next(one for one in found.rows if isinstance(one, Row) and one.name == "张梅")
    assert (zhang.unit_name, zhang.post, zhang.seats) == ("石桥村妇联", "chair", 2)
    assert rows("executives", 5, LINSHAN, day, reader=system()).total == 3


def test_every_figure_counts_somebody_whom_it_should() -> None:
    kinds = ["", "（专职）", "（兼职）", "（挂职）"]
    posts = ["主席", *(f"副主席{kind}" for kind in kinds), "常委", "执委"]
    since = {"since": "2019.1.1"}
    applied(
        bring_list(
            *(
                woman(f"女{'甲乙丙丁戊己庚'[at]}", post, unit="红岩镇大坪村", **since)
                for at, post in enumerate(posts)
            )
        )
    )

    found = figures(LINSHAN, date(2019, 3, 1), date(2018, 12, 31), reader=system()).village

    assert [name for name in INDICATORS if not found[name]] == []
    assert [found[f"{kind}_vice_chairs"] for kind in ("full_time", "seconded", "unstated")] == [
        1, 1, 1,
    ]  # fmt: skip
