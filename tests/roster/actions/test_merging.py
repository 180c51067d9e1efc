"""Two records of one woman: merged, parted again, or told apart."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.accounts.errors import TwoAccounts
from jinguo.accounts.models import Account
from jinguo.kernel.actor import PERSONS, VIEW, system
from jinguo.kernel.errors import JinguoError
from jinguo.people.actions import learn_names
from jinguo.people.models import Person
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.merging import ask_again, merge, tell_apart
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Post
from jinguo.roster.errors import CountyForbidden, LaterEdits
from jinguo.roster.errors.merging import (
    DecidedApart,
    MergeForbidden,
    RecordGone,
    SeatsClash,
)
from jinguo.roster.models import Appointment, Batch, Decision
from jinguo.roster.queries.duplicates import duplicates, keeps, pair
from jinguo.roster.queries.merges import merged_into
from tests.factories.deeds import TODAY, deed, minutes, new, release, sitting, unit
from tests.factories.imports import applied, bring_list, officer, picture
from tests.factories.workbooks import committee

pytestmark = pytest.mark.usefixtures("linshan")

BRIDGE, BRIDGE_CODE = "红岩镇石桥村妇联", "430999100200"
ROWS = ("people_person", "roster_appointment", "roster_decision", "accounts_account")
DAY = date(2020, 5, 4)
BY = system("test")


@pytest.fixture
def bridge() -> int:
    """A committee of six since 2018-12-20."""
    women = ("张梅", "李兰", "王菊", "赵竹", "钱云", "孙雪")
    applied(bring_list(*committee(BRIDGE, *women, since="2018.12.20")))
    return unit(BRIDGE_CODE)


def again(bridge: int, name: str = "周静", **facts: Any) -> tuple[Person, Person]:
    """She left in 2020 and came back in 2021 as if she were another."""
    deed(Deed.APPOINTMENT, bridge, date(2019, 6, 1), enter=[new(name)])
    one = Person.objects.get(name=name)
    release(bridge, name, DAY)
    deed(Deed.APPOINTMENT, bridge, date(2021, 6, 1), enter=[new(name)])
    other = Person.objects.filter(name=name).latest("pk")
    assert one != other
    Person.objects.filter(pk=other.pk).update(**facts)
    other.refresh_from_db()
    return one, other


def refused(kind: type[JinguoError], kept: int, gone: int, by: Any = BY) -> str:
    before = picture(*ROWS)
    with pytest.raises(kind) as told:
        merge(kept_id=kept, gone_id=gone, by=by)
    assert picture(*ROWS) == before
    return str(told.value)


def test_posts_and_decisions_of_both_are_those_of_the_one_that_stays(bridge: int) -> None:
    one, other = again(bridge, phone="19905000077", occupation="教师")
    Person.objects.filter(pk=one.pk).update(occupation="医生")

    merge(kept_id=one.pk, gone_id=other.pk, by=BY)

    assert not Person.objects.filter(pk=other.pk).exists()
    assert Appointment.objects.filter(person=one).count() == 2
    assert Decision.objects.filter(person=one).count() == 3
    one.refresh_from_db()
    assert (one.phone, one.occupation) == ("19905000077", "医生")
    assert merged_into(other.pk) == one.pk


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25,
          deadline=None)  # fmt: skip
@given(
    facts=st.tuples(*[
        st.fixed_dictionaries({}, optional={
            "phone": st.sampled_from(["", "19905000077", "19905000078"]),
            "birth_month": st.sampled_from([None, date(1980, 1, 1), date(1981, 1, 1)]),
            "occupation": st.sampled_from(["", "教师"]),
            "described_on": st.sampled_from([None, DAY]),
        })
        for _one in range(2)
    ]),
    turned=st.booleans(),
    account=st.sampled_from(["", "one", "other"]),
)  # fmt: skip
def test_merged_and_parted_every_row_is_as_it_was(
    bridge: int, facts: tuple[dict[str, Any], ...], turned: bool, account: str
) -> None:
    with transaction.atomic():
        kept, gone = again(bridge)[:: -1 if turned else 1]
        for person, stated in zip((kept, gone), facts, strict=True):
            Person.objects.filter(pk=person.pk).update(**stated)
        if account:
            whose = kept if account == "one" else gone
            Account.objects.create(username="zj", person_id=whose.pk)
        before = picture(*ROWS)

        batch = merge(kept_id=kept.pk, gone_id=gone.pk, by=BY)

        assert picture(*ROWS) != before
        undo(batch_id=batch.pk, by=BY)
        assert picture(*ROWS) == before
        transaction.set_rollback(True)


def test_who_sat_beside_her_in_the_committee_is_somebody_else(bridge: int) -> None:
    told = refused(SeatsClash, sitting(bridge, "赵竹", DAY), sitting(bridge, "钱云", DAY))

    assert "石桥村妇联" in told


def test_who_took_her_seat_is_somebody_else(bridge: int) -> None:
    before = sitting(bridge, "赵竹", DAY)
    from jinguo.roster.actions.deciding import Departure
    from jinguo.roster.enums import Leaving

    deed(Deed.SUBSTITUTION, bridge, DAY, leave=[Departure(before, Leaving.RESIGNED)],
         enter=[new("赵祝", instead_of=before)], minutes=minutes(6))  # fmt: skip

    refused(DecidedApart, before, sitting(bridge, "赵祝", TODAY))


def test_a_record_is_not_merged_with_itself_nor_with_nobody(bridge: int) -> None:
    one = sitting(bridge, "赵竹", DAY)

    refused(RecordGone, one, one)
    refused(RecordGone, one, 999_999_999)


def test_whoever_keeps_only_one_of_the_units_leaves_it_to_the_office_above(bridge: int) -> None:
    other = "红岩镇大坪村妇联"
    applied(bring_list(*committee(other, "吴霞", "周静", since="2018.12.20")))
    elsewhere = Person.objects.get(name="周静")
    village = officer(BRIDGE_CODE, capabilities=(VIEW, PERSONS))

    refused(MergeForbidden, sitting(bridge, "赵竹", DAY), elsewhere.pk, village)
    assert not keeps([elsewhere.pk], village)


def test_two_accounts_are_not_one_womans(bridge: int) -> None:
    one, other = again(bridge)
    Account.objects.create(username="zj1", person_id=one.pk)
    Account.objects.create(username="zj2", person_id=other.pk)

    assert "zj2" in refused(TwoAccounts, one.pk, other.pk)


def test_what_was_done_before_is_undone_after_parting_and_says_so(bridge: int) -> None:
    one, other = again(bridge)
    last = Batch.objects.latest("pk")
    together = merge(kept_id=one.pk, gone_id=other.pk, by=BY)
    before = picture(*ROWS)

    with pytest.raises(LaterEdits) as told:
        undo(batch_id=last.pk, by=BY)

    assert picture(*ROWS) == before
    assert "同一人" in str(told.value) or "合并" in str(told.value)
    undo(batch_id=together.pk, by=BY)
    undo(batch_id=last.pk, by=BY)
    assert not Person.objects.filter(pk=other.pk).exists()


def test_what_was_decided_of_her_since_stands_in_the_way_of_parting(bridge: int) -> None:
    one, other = again(bridge)
    together = merge(kept_id=one.pk, gone_id=other.pk, by=BY)
    release(bridge, "赵竹", date(2022, 1, 1))
    later = release(bridge, "周静", date(2022, 1, 1))

    with pytest.raises(LaterEdits):
        undo(batch_id=together.pk, by=BY)

    undo(batch_id=later.pk, by=BY)
    undo(batch_id=together.pk, by=BY)
    assert Person.objects.filter(name="周静").count() == 2


def test_a_list_that_says_nothing_new_of_her_does_not_stand_in_the_way(bridge: int) -> None:
    one, other = again(bridge)
    together = merge(kept_id=one.pk, gone_id=other.pk, by=BY)
    women = ("张梅", "李兰", "王菊", "赵竹", "钱云", "孙雪")
    applied(bring_list(*committee(BRIDGE, *women, since="2018.12.20"), day="2020年8月1日"))

    undo(batch_id=together.pk, by=BY)

    assert Appointment.objects.filter(person=other).count() == 1


def test_whoever_may_not_keep_her_does_not_part_them(bridge: int) -> None:
    one, other = again(bridge)
    together = merge(kept_id=one.pk, gone_id=other.pk, by=BY)
    before = picture(*ROWS)

    with pytest.raises(CountyForbidden):
        undo(batch_id=together.pk, by=officer(BRIDGE_CODE, capabilities=(VIEW,)))

    assert picture(*ROWS) == before


def proposed() -> list[set[str]]:
    learn_names()
    return [{pair.one.name, pair.other.name} for pair in duplicates(BY).pairs]


def test_one_phone_one_birth_month_or_one_sound_is_proposed(bridge: int) -> None:
    again(bridge)
    deed(Deed.APPOINTMENT, bridge, date(2019, 6, 1), enter=[new("郑竹", Post.DELEGATE)])
    born = {"birth_month": date(1980, 1, 1)}
    applied(bring_list(*committee("红岩镇大坪村妇联", "吴霞", "孙雪", since="2018.12.20")))
    Person.objects.filter(name__in=["孙雪"]).update(**born)
    Person.objects.filter(name__in=["郑竹", "吴霞"]).update(phone="19905000099")

    assert sorted(map(sorted, proposed())) == [["吴霞", "郑竹"], ["周静"], ["孙雪"]]


def test_a_name_that_sounds_the_same_in_one_unit_is_proposed(bridge: int) -> None:
    release(bridge, "赵竹", DAY)
    deed(Deed.APPOINTMENT, bridge, date(2021, 6, 1), enter=[new("赵祝")])

    assert proposed() == [{"赵竹", "赵祝"}]


def test_two_women_are_not_asked_for_again_until_somebody_wants_it(bridge: int) -> None:
    one, other = again(bridge)
    assert proposed() == [{"周静"}]

    tell_apart(one_id=other.pk, other_id=one.pk, by=BY)
    tell_apart(one_id=one.pk, other_id=other.pk, by=BY)

    assert proposed() == []
    ask_again(one_id=one.pk, other_id=other.pk, by=BY)
    assert proposed() == [{"周静"}]


def test_who_sits_in_one_committee_at_once_is_not_proposed(bridge: int) -> None:
    Person.objects.filter(name__in=["赵竹", "钱云"]).update(phone="19905000099")

    assert proposed() == []


def test_what_the_first_list_said_of_the_record_that_went_is_not_undone_before_parting(
    bridge: int,
) -> None:
    """The list that recorded her has no row of that record any more, and still waits."""
    other = Person.objects.get(name="赵竹")
    release(bridge, "赵竹", DAY)
    deed(Deed.APPOINTMENT, bridge, date(2021, 6, 1), enter=[new("赵祝")])
    kept = Person.objects.get(name="赵祝")
    together = merge(kept_id=kept.pk, gone_id=other.pk, by=BY)
    first = Batch.objects.filter(deed=Deed.IMPORT).earliest("pk")

    with pytest.raises(LaterEdits) as told:
        undo(batch_id=first.pk, by=BY)

    assert str(together.applied_at.year) in str(told.value)
    for batch in Batch.objects.filter(undone_at=None).order_by("-pk"):
        undo(batch_id=batch.pk, by=BY)
    assert Person.objects.count() == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10,
          deadline=None)  # fmt: skip
@given(order=st.permutations(range(3)))
def test_three_records_become_one_and_three_again_the_latest_first(
    bridge: int, order: list[int]
) -> None:
    with transaction.atomic():
        women = [*again(bridge)]
        release(bridge, "周静", date(2022, 1, 1))
        deed(Deed.APPOINTMENT, bridge, date(2023, 6, 1), enter=[new("周静")])
        women.append(Person.objects.filter(name="周静").latest("pk"))
        one, two, three = (women[at].pk for at in order)
        before = picture(*ROWS)
        first = merge(kept_id=one, gone_id=two, by=BY)
        second = merge(kept_id=three, gone_id=one, by=BY)

        with pytest.raises(LaterEdits):
            undo(batch_id=first.pk, by=BY)

        undo(batch_id=second.pk, by=BY)
        undo(batch_id=first.pk, by=BY)
        assert picture(*ROWS) == before
        transaction.set_rollback(True)


def test_erased_with_all_that_was_merged_into_her_two_of_nobody_are_parted(bridge: int) -> None:
    one, other = again(bridge, phone="19905000077")
    seats = list(Appointment.objects.order_by("pk").values_list("pk", "person_id"))
    together = merge(kept_id=one.pk, gone_id=other.pk, by=BY)
    erase_person(person_id=one.pk, name="周静", reason="本人书面申请", today=TODAY, by=BY)

    undo(batch_id=together.pk, by=BY)

    assert list(Appointment.objects.order_by("pk").values_list("pk", "person_id")) == seats
    assert [
        (each.name, each.phone) for each in Person.objects.filter(pk__in=[one.pk, other.pk])
    ] == [("", ""), ("", "")]


def test_who_was_erased_is_merged_with_nobody(bridge: int) -> None:
    one, other = again(bridge)
    erase_person(person_id=one.pk, name="周静", reason="本人书面申请", today=TODAY, by=BY)

    refused(RecordGone, other.pk, one.pk)
    assert pair(one.pk, other.pk, BY) is None
    assert proposed() == []
