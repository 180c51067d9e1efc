"""The register of groups, as a village chair keeps it on her phone."""

from datetime import date

import pytest
from django.test import Client

from jinguo.groups.models import ContactGroup
from tests.web.conftest import Reader
from tests.web.pages import queries, text

PAGE = "/groups/350423106204/"
FORM = {"name": "石下村妇女群", "kind": "women", "founded_on": "2017-05-23", "members": "86"}


@pytest.fixture
def village(reader: Reader) -> Client:
    """Her village as if it had no group yet."""
    ContactGroup.objects.all().delete()
    return reader("village")


def sent(client: Client, address: str, **words: str) -> str:
    return client.post(address, words, follow=True).content.decode()


def test_a_group_is_registered_with_what_is_known_filled_in(village: Client) -> None:
    empty = text(village, PAGE)

    page = sent(village, f"{PAGE}new/", **FORM)

    assert 'value="石下村妇女群"' in empty
    assert "尚未登记群" in empty
    assert "群已登记。" in page
    assert "约 86 个账号（估计数" in page


@pytest.mark.parametrize(
    "words",
    [
        {"name": ""},
        {"kind": "else"},
        {"members": "many"},
        {"founded_on": ""},
        {"founded_on": "2099-01-01"},
    ],
)
def test_what_cannot_be_is_shown_again_as_typed(village: Client, words: dict[str, str]) -> None:
    answer = village.post(f"{PAGE}new/", {**FORM, **words})

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not ContactGroup.objects.exists()


def test_struck_out_it_stays_to_be_seen_and_can_be_put_back(village: Client) -> None:
    sent(village, f"{PAGE}new/", **FORM)
    number = ContactGroup.objects.get().pk

    without = sent(village, f"/groups/one/{number}/strike/", why=" ")
    struck = sent(village, f"/groups/one/{number}/strike/", why="重复登记")
    back = sent(village, f"/groups/one/{number}/back/")

    assert "请写明作废原因" in without
    assert "重复登记" in struck
    assert "已恢复。" in back


def test_a_group_is_dissolved_from_the_day_told(village: Client) -> None:
    sent(village, f"{PAGE}new/", **FORM)
    number = ContactGroup.objects.get().pk

    page = sent(village, f"/groups/one/{number}/end/", dissolved_on="2017-07-01")

    assert "该群自2017-07-01起解散。" in page
    assert ContactGroup.objects.get().dissolved_on == date(2017, 7, 1)


@pytest.mark.parametrize("day", ["", "soon", "2017-05-23", "2099-01-01"])
def test_a_group_is_not_dissolved_on_a_day_that_cannot_be(village: Client, day: str) -> None:
    sent(village, f"{PAGE}new/", **FORM)
    number = ContactGroup.objects.get().pk

    page = sent(village, f"/groups/one/{number}/end/", dissolved_on=day)

    assert "起解散。" not in page
    assert ContactGroup.objects.get().dissolved_on is None


def test_another_villages_group_is_not_found(reader: Reader, village: Client) -> None:
    sent(reader("county"), "/groups/350423101201/new/", **{**FORM, "name": "外村群"})
    number = ContactGroup.objects.get().pk

    answer = village.post(f"/groups/one/{number}/strike/", {"why": "x"})

    assert answer.status_code == 404
    assert ContactGroup.objects.get().struck_at is None


def test_the_auditor_reads_and_is_offered_no_form(reader: Reader) -> None:
    assert "登记群" not in text(reader("auditor"), PAGE)


def test_three_groups_take_no_more_queries_than_one(village: Client) -> None:
    counts = []
    for name in ("甲群", "乙群", "丙群"):
        sent(village, f"{PAGE}new/", **{**FORM, "name": name})
        counts.append(queries(village, PAGE))

    assert counts[0] == counts[2] == 12
