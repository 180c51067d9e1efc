"""Delegations on pages."""

import pytest
from django.test import Client

from jinguo.access.models import Delegation
from jinguo.accounts.models import Account
from jinguo.kernel.clock import today
from tests.factories.accounts import account_of_sitter
from tests.factories.deeds import release, unit
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE = "350423106204"
NEW = f"/delegations/new/{VILLAGE}/"


@pytest.fixture
def vice(qingliu: None) -> Account:
    return account_of_sitter(unit(VILLAGE), "侯舒美", "vice")


def words(**more: str) -> dict[str, str]:
    day = today()
    return {
        "who": "", "username": "", "role": "village", "starts_on": day.isoformat(),
        "until": day.replace(year=day.year + 1, day=1).isoformat(), "reason": "产假", **more,
    }  # fmt: skip


def test_a_chair_lends_her_rights_to_a_colleague_and_takes_them_back(
    reader: Reader, vice: Account
) -> None:
    chair = reader("village")
    assert "侯舒美" in text(chair, NEW)

    answer = chair.post(NEW, words(who=str(vice.pk)), follow=True)
    page = answer.content.decode()
    assert "有效" in page
    assert reader("vice").get(f"/posts/{VILLAGE}/").status_code == 200

    made = Delegation.objects.get()
    page = chair.post("/delegations/end/", {"delegation": made.pk}, follow=True).content.decode()
    assert "提前结束" in page
    assert reader("vice").get(f"/posts/{VILLAGE}/").status_code == 404


def test_who_acts_for_the_chair_stands_on_the_units_page(reader: Reader, vice: Account) -> None:
    release(unit(VILLAGE), "尹寒巧", today())
    township = reader("township")
    assert f"{NEW}?acting=1" in text(township, f"/posts/{VILLAGE}/")
    assert "checked" in text(township, f"{NEW}?acting=1")

    township.post(NEW, words(who=str(vice.pk), acting="on"))

    assert "主持工作：vice" in text(township, f"/units/{VILLAGE}/")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"username": "nobody"}, "没有这个用户名"),
        ({}, "请选择"),
        ({"username": "auditor", "reason": ""}, "请写明原因"),
        ({"username": "auditor", "until": "2017-01-01"}, "结束"),
        ({"username": "auditor", "until": "9999-12-31"}, "一年以内"),
        ({"username": "auditor", "starts_on": "9999-12-30", "until": "9999-12-31"}, "一年以内"),
        ({"username": "auditor", "reason": "长" * 500}, "最多 200 字，现有 500 字。"),
        ({"username": "auditor", "role": "county"}, "请从列表中选择。"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lent(
    reader: Reader, more: dict[str, str], told: str
) -> None:
    answer = reader("village").post(NEW, words(**more))

    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert not Delegation.objects.exists()


def test_rows_cost_no_queries(reader: Reader, vice: Account) -> None:
    chair: Client = reader("village")
    counts = []
    for _number in range(2):
        chair.post(NEW, words(who=str(vice.pk)))
        counts.append(queries(chair, "/delegations/"))
    chair.post(NEW, words(who=str(vice.pk)))
    counts.append(queries(chair, "/delegations/"))

    assert counts == [11, 11, 11]
