"""The register of groups, as a village chair keeps it on her phone."""

import re
from datetime import date

import pytest
from django.test import Client

from jinguo.audit.models import Entry
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
    empty = text(village, PAGE) + text(village, f"{PAGE}new/")

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


@pytest.mark.parametrize(
    ("members", "words"),
    [("0", "至少有 1 个成员"), ("-3", "至少有 1 个成员"), ("501", "最多 500 人")],
)
def test_a_group_holds_from_one_to_five_hundred(village: Client, members: str, words: str) -> None:
    page = village.post(f"{PAGE}new/", {**FORM, "members": members}).content.decode()

    assert words in page
    assert not ContactGroup.objects.exists()


def test_a_second_group_of_the_same_name_is_refused(village: Client) -> None:
    sent(village, f"{PAGE}new/", **FORM)

    assert "“石下村妇女群”已经登记过" in sent(village, f"{PAGE}new/", **FORM)
    assert ContactGroup.objects.count() == 1


def test_the_kind_is_chosen_by_a_thumb(village: Client) -> None:
    page = text(village, f"{PAGE}new/")

    assert page.count('type="radio" name="kind"') == 9
    assert 'value="women" checked' in page


def registered(village: Client) -> str:
    """The page on which the group just registered is amended."""
    sent(village, f"{PAGE}new/", **FORM)
    return f"/groups/one/{ContactGroup.objects.get().pk}/"


def opened(client: Client, page: str) -> dict[str, str]:
    """What the form carries along, as the page was shown."""
    found = re.findall(r'type="hidden" name="(was-[a-z_]+)" value="([^"]*)"', text(client, page))
    assert len(found) == 5
    return dict(found)


def test_a_group_is_said_otherwise_and_only_what_changed_is_noted(village: Client) -> None:
    page = registered(village)

    told = sent(village, page, **opened(village, page), **{**FORM, "members": "90"})

    assert "已修改：石下村妇女群。" in told
    assert ContactGroup.objects.get().members == 90
    noted = Entry.objects.filter(verb="group.amended").get()
    assert noted.before == {"members": 86}


def test_who_comes_second_is_told_what_stands_there_and_decides(village: Client) -> None:
    page = registered(village)
    was = opened(village, page)
    sent(
        village, page, **was, **{**FORM, "name": "石下村姐妹群", "owner": "群主甲", "kind": "dance"}
    )

    second = village.post(page, {**was, **FORM, "name": "石下巾帼群"})
    shown = second.content.decode()

    assert second.status_code == 400
    assert "现在登记的是“石下村姐妹群”" in shown
    assert 'value="石下巾帼群"' in shown
    assert 'value="群主甲" maxlength' in shown
    assert 'value="dance" checked' in shown
    assert ContactGroup.objects.get().name == "石下村姐妹群"
    carried = dict(re.findall(r'name="(was-[a-z_]+)" value="([^"]*)"', shown))
    again = {**FORM, "name": "石下巾帼群", "owner": "群主甲", "kind": "dance"}
    sent(village, page, **carried, **again)
    kept = ContactGroup.objects.get()
    assert (kept.name, kept.owner) == ("石下巾帼群", "群主甲")


@pytest.mark.parametrize("words", [{"name": " "}, {"members": "501"}, {"founded_on": "2099-01-01"}])
def test_what_cannot_be_changes_nothing(village: Client, words: dict[str, str]) -> None:
    page = registered(village)

    answer = village.post(page, {**opened(village, page), **FORM, **words})

    assert answer.status_code == 400
    kept = ContactGroup.objects.get()
    assert (kept.name, kept.members, kept.founded_on) == ("石下村妇女群", 86, date(2017, 5, 23))


def test_a_struck_out_group_is_put_back_before_it_is_said_otherwise(village: Client) -> None:
    page = registered(village)
    was = opened(village, page)
    sent(village, f"{page}strike/", why="重复登记")

    answer = village.post(page, {**was, **FORM, "members": "90"}).content.decode()

    assert "请先恢复" in answer
    assert ContactGroup.objects.get().members == 86


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
    assert "登记群" in text(reader("village"), PAGE)
    assert "登记群" not in text(reader("auditor"), PAGE)


def test_three_groups_take_no_more_queries_than_one(village: Client) -> None:
    counts = []
    for name in ("甲群", "乙群", "丙群"):
        sent(village, f"{PAGE}new/", **{**FORM, "name": name})
        counts.append(queries(village, PAGE))

    assert counts[0] == counts[2] == 12
