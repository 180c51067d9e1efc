"""Two records that may be one woman: proposed, merged, parted, told apart on pages."""

import re

import pytest
from django.test import Client

from jinguo.audit.models import Entry
from jinguo.people.models import Person
from jinguo.roster.models import Appointment, Batch, TwoWomen
from tests.factories.deeds import TODAY
from tests.factories.imports import picture
from tests.web.conftest import Reader
from tests.web.pages import queries, text

LIST = "/people/duplicates/"
ROWS = ("people_person", "roster_appointment", "roster_decision", "roster_twowomen")


def of_other_villages(count: int) -> list[tuple[Person, Person]]:
    """Pairs of women of two villages of one township, given one number each pair."""
    units = [f"3504231062{number:02}" for number in range(1, 13)]
    women: list[Person] = []
    for code in units:
        found = Appointment.objects.filter(
            federation__division__versions__code=code, ends_on=None
        ).exclude(person__in=[one.pk for one in women])
        if first := found.order_by("pk").first():
            women.append(first.person)
    pairs = list(zip(women[::2], women[1::2], strict=False))[:count]
    assert len(pairs) == count
    for number, both in enumerate(pairs):
        Person.objects.filter(pk__in=[one.pk for one in both]).update(
            phone=f"199050088{number:02}", birth_month=None
        )
    return pairs


@pytest.fixture
def two(qingliu: None) -> tuple[Person, Person]:
    """A pair."""
    return of_other_villages(1)[0]


def address(both: tuple[Person, Person]) -> str:
    return f"{LIST}{both[0].pk}/{both[1].pk}/"


def total(page: str) -> int:
    found = re.search(r'id="pairs">(\d+)', page)
    assert found
    return int(found[1])


def test_a_pair_is_proposed_with_what_speaks_for_it_and_no_number(
    reader: Reader, two: tuple[Person, Person]
) -> None:
    page = text(reader("township"), LIST)

    assert address(two) in page
    assert "电话号码相同" in page
    assert "19905008800" not in page


def test_one_woman_from_the_list_to_her_page_and_back(
    reader: Reader, two: tuple[Person, Person]
) -> None:
    township = reader("township")
    before, pairs = picture(*ROWS), total(text(township, LIST))
    kept, gone = two

    told = township.post(address(two), {"deed": "merge", "keep": kept.pk}, follow=True)

    page = told.content.decode()
    batch = Batch.objects.latest("pk")
    way_back = f"/people/{kept.pk}/merges/{batch.pk}/part/"
    assert page.count(way_back) == 2
    assert gone.name in page
    assert total(text(township, LIST)) == pairs - 1
    assert township.get(f"/people/{gone.pk}/")["Location"] == f"/people/{kept.pk}/"
    assert Entry.objects.filter(verb="roster.merge", subject_id=str(kept.pk)).exists()
    assert "拆分" in text(township, way_back)
    township.post(way_back)
    assert picture(*ROWS) == before
    assert Entry.objects.filter(verb="persons.parted").count() == 2


def test_two_women_are_remembered_and_can_be_asked_about_again(
    reader: Reader, two: tuple[Person, Person]
) -> None:
    township = reader("township")

    page = township.post(address(two), {"deed": "two"}, follow=True).content.decode()

    assert "两个人" in page
    assert TwoWomen.objects.count() == 1
    assert total(page) == total(text(township, LIST))
    assert page.count(address(two)) == 1
    assert "重新" in text(township, address(two))
    township.post(address(two), {"deed": "again"})
    assert TwoWomen.objects.count() == 0
    assert address(two) in text(township, LIST)


def test_a_merge_that_cannot_be_is_refused_in_words(reader: Reader, qingliu: None) -> None:
    seats = Appointment.objects.filter(
        federation__division__versions__code="350423106204", ends_on=None
    )[:2]
    beside = (seats[0].person, seats[1].person)
    before = picture(*ROWS)

    told = reader("village").post(address(beside), {"deed": "merge"})

    assert told.status_code == 400
    assert "石下村妇联" in told.content.decode()
    assert picture(*ROWS) == before


@pytest.mark.parametrize("role", ["village", "executive", "auditor", "administrator"])
@pytest.mark.parametrize("deed", ["merge", "two", "again"])
def test_whoever_does_not_keep_both_changes_nothing(
    role: str, deed: str, reader: Reader, two: tuple[Person, Person]
) -> None:
    before = picture(*ROWS)

    assert reader(role).post(address(two), {"deed": deed}).status_code == 404
    assert picture(*ROWS) == before


def test_a_verdict_that_is_none_changes_nothing(county: Client, two: tuple[Person, Person]) -> None:
    before = picture(*ROWS)

    assert county.post(address(two), {"deed": "else"}).status_code == 400
    assert picture(*ROWS) == before


def test_a_merge_is_parted_only_from_the_record_that_stayed(
    county: Client, two: tuple[Person, Person]
) -> None:
    county.post(address(two), {"deed": "merge", "keep": two[1].pk})
    batch = Batch.objects.latest("pk")
    other = Person.objects.exclude(pk=two[1].pk).earliest("pk")

    assert county.post(f"/people/{other.pk}/merges/{batch.pk}/part/").status_code == 404
    assert not Person.objects.filter(pk=two[0].pk).exists()


def test_the_list_takes_as_many_queries_for_three_pairs_as_for_one(county: Client) -> None:
    of_other_villages(1)
    text(county, LIST)
    one = queries(county, LIST)
    of_other_villages(3)

    assert (one, queries(county, LIST)) == (11, 11)


def test_a_merge_among_later_edits_can_be_looked_at(
    county: Client, two: tuple[Person, Person]
) -> None:
    county.post(address(two), {"deed": "merge", "keep": two[0].pk})
    merged = Batch.objects.latest("pk")
    first = Batch.objects.earliest("pk")

    assert "同一人" in text(county, f"/import/batches/{first.pk}/undo/")
    text(county, f"/import/batches/{merged.pk}/")


@pytest.fixture
def unlike(qingliu: None) -> tuple[Person, Person]:
    """Two of two villages of the township of whom nothing but their being women is the same."""
    found = [
        Appointment.objects.filter(
            federation__division__versions__code=f"3504231062{number:02}", ends_on=None
        ).earliest("pk").person
        for number in (1, 3)
    ]  # fmt: skip
    for number, (one, name) in enumerate(zip(found, ("黎兰英", "宋梅香"), strict=True)):
        Person.objects.filter(pk=one.pk).update(
            name=name, phone=f"1990500770{number}", birth_month=None
        )
        one.refresh_from_db()
    return found[0], found[1]


def test_another_record_is_found_by_name_from_her_page_compared_and_merged(
    reader: Reader, unlike: tuple[Person, Person]
) -> None:
    township, (she, other) = reader("township"), unlike
    page = text(township, f"/people/{she.pk}/")
    assert f"/people/{she.pk}/same/" in page
    assert "没有其他人叫黎兰英" in text(township, f"/people/{she.pk}/same/")

    pair = f"{LIST}{she.pk}/{other.pk}/"
    for words in ("宋梅香", "songmeixiang", "宋"):
        assert pair in text(township, f"/people/{she.pk}/same/?q={words}")
    assert f"{LIST}{she.pk}/{she.pk}/" not in text(township, f"/people/{she.pk}/same/?q=黎兰英")
    assert f"/people/{she.pk}/same/" in text(township, pair)
    before = picture(*ROWS)
    refused = township.post(pair, {"deed": "merge", "keep": other.pk, "reason": " "})
    assert refused.status_code == 400
    assert "请写明认定为同一人的依据" in refused.content.decode()
    assert f'value="{other.pk}" checked' in refused.content.decode()
    too_long = township.post(pair, {"deed": "merge", "reason": "字" * 201})
    assert "最多 200 字" in too_long.content.decode()
    assert picture(*ROWS) == before

    why = "本人说明婚后改名"
    told = township.post(pair, {"deed": "merge", "keep": she.pk, "reason": why}, follow=True)

    merged = Batch.objects.latest("pk")
    assert why in told.content.decode()
    assert merged.reason == why
    assert not Person.objects.filter(pk=other.pk).exists()
    township.post(f"/people/{she.pk}/merges/{merged.pk}/part/")
    assert picture(*ROWS) == before


def test_a_woman_with_a_post_elsewhere_is_shown_and_left_to_the_office_above(
    reader: Reader, unlike: tuple[Person, Person]
) -> None:
    she, other = unlike
    elsewhere = Appointment.objects.filter(
        federation__division__versions__code__startswith="350423101", ends_on=None
    ).earliest("pk")
    Appointment.objects.create(
        person=other, federation=elsewhere.federation, post="group", starts_on=TODAY
    )

    page = text(reader("township"), f"/people/{she.pk}/same/?q={other.name}")

    assert other.name in page
    assert f"{LIST}{she.pk}/{other.pk}/" not in page
    assert "请由上级妇联合并" in page
    assert f"{LIST}{she.pk}/{other.pk}/" in text(
        reader("county"), f"/people/{she.pk}/same/?q={other.name}"
    )


def test_other_records_cost_no_queries_each(county: Client, unlike: tuple[Person, Person]) -> None:
    she = unlike[0]
    women = list(Person.objects.exclude(pk=she.pk).order_by("pk")[:3])
    counts = []
    for more in (1, 3):
        Person.objects.filter(pk__in=[one.pk for one in women[:more]]).update(name="宋三思")
        counts.append(queries(county, f"/people/{she.pk}/same/?q=宋三思"))

    assert counts == [16, 16]


def test_going_back_to_what_is_done_leads_to_her_page(
    reader: Reader, two: tuple[Person, Person]
) -> None:
    township, (kept, gone) = reader("township"), two
    for _twice in range(2):
        told = township.post(address(two), {"deed": "merge", "keep": kept.pk}, follow=True)
    assert "已经是一份记录" in told.content.decode()
    assert township.get(address(two))["Location"] == f"/people/{kept.pk}/"
    assert reader("village").get(address(two)).status_code == 404
    merged = Batch.objects.get(deed="merge")

    part = f"/people/{kept.pk}/merges/{merged.pk}/part/"
    for _twice in range(2):
        told = township.post(part, follow=True)

    assert "已经拆分" in told.content.decode()
    assert Person.objects.filter(pk=gone.pk).exists()
    assert township.get(f"/people/{gone.pk}/merges/{merged.pk}/part/").status_code == 404
