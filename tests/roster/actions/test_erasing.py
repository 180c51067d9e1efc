"""A woman is erased: her seats go on being counted, and nothing says who she was."""

from datetime import date

import pytest
from django.core.serializers import serialize
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.elections.actions.signing import sign
from jinguo.elections.errors import StandsForElection
from jinguo.elections.models import Candidate
from jinguo.kernel.actor import APPOINT, ERASE, VIEW, system
from jinguo.people.actions import learn_names
from jinguo.people.models import Person, Sound
from jinguo.roster.actions.correcting import correct
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors.decisions import PersonUnknown
from jinguo.roster.errors.erasing import AlreadyErased, ErasureForbidden, NameRepeated, WhyErased
from jinguo.roster.models import Appointment, Batch, Change, Draft
from jinguo.roster.writers.facts import shown_facts
from jinguo.statistics.queries import figures
from jinguo.statistics.queries.figures import Figures
from tests.factories.accounts import account_of
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import TODAY, posts, release, sitting, unit
from tests.factories.elections import elected
from tests.factories.exports import again, moves, take
from tests.factories.imports import (
    ALL_TABLES,
    applied,
    bring_list,
    found,
    officer,
    periods,
    picture,
)
from tests.factories.workbooks import committee, woman

UNIT, CODE = "红岩镇石桥村妇联", "430999100200"
WHY = "本人书面申请"
DAYS = [date(2018, 6, 1), date(2018, 12, 20), date(2019, 3, 1), date(2020, 5, 4), TODAY]


@pytest.fixture
def bridge(linshan: None) -> int:
    """A committee of five, of whom 李兰 changed, and is described twice."""
    flower = woman("李兰花", unit=UNIT, birth="1990.01", since="2018.12.20")
    people = committee(UNIT, "张梅", "李兰", "王菊", "赵竹", since="2018.12.20")
    applied(bring_list(*people, flower))
    people[1] |= {"post": "主席", "phone": "19905000001", "education": "大专", "remark": "李兰同志"}
    people[0] |= {"post": "执委"}
    applied(bring_list(*people, flower, day="2020-05-04"))
    return unit(CODE)


def erased(name: str = "李兰") -> int:
    person = Person.objects.get(name=name)
    erase_person(person_id=person.pk, name=name, reason=WHY, today=TODAY, by=system())
    return person.pk


def every_figure(code: str = LINSHAN) -> list[Figures]:
    return [
        figures(code, day, before, reader=system())
        for day in DAYS
        for before in (None, *DAYS)
        if before is None or before < day
    ]


def in_clear(name: str) -> list[str]:
    """The models in whose rows a name stands, as they are read."""
    from django.apps import apps

    models = [one for one in apps.get_models() if one.__module__.startswith("jinguo.")]
    return [
        one.__name__
        for one in models
        if one is not Entry and name in serialize("jsonl", one._base_manager.all())
    ]


def test_every_figure_of_every_day_is_what_it_was(bridge: int) -> None:
    before = every_figure()
    seats = [(code, post, start, end) for code, _name, post, start, end in periods()]

    erased()

    assert every_figure() == before
    after = [(code, post, start, end) for code, _name, post, start, end in periods()]
    assert sorted(after) == sorted(seats)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["张梅", "李兰", "王菊", "赵竹"]), min_size=1, unique=True))
def test_whoever_and_however_many_are_erased(bridge: int, names: list[str]) -> None:
    from django.db import transaction

    with transaction.atomic():
        before = every_figure()
        for name in names:
            erased(name)
        assert every_figure() == before
        transaction.set_rollback(True)


def test_her_name_stands_nowhere_in_clear_but_in_the_record(bridge: int) -> None:
    applied(bring_list(woman("陈静", unit="红岩镇大坪村", since="2019.1.1")))
    learn_names()
    release(bridge, "李兰", date(2021, 3, 1), reason="李兰辞职")
    Draft.objects.create(
        county_id=county().division_id, owner_id=1,
        corrections={"a": "李兰"}, answers={"b": str(Person.objects.get(name="李兰").pk)},
    )  # fmt: skip
    Person.objects.filter(name="李兰花").update(name="周花")
    Sound.objects.filter(name="李兰花").delete()

    person_id = erased()

    assert in_clear("李兰") == []
    draft = Draft.objects.get()
    assert (draft.corrections, draft.answers) == ({}, {})
    left = Person.objects.get(pk=person_id)
    assert (left.name, left.phone, left.birth_month, left.education) == ("", "", None, "")
    assert left.erased_on == TODAY
    assert not Change.objects.filter(subject="person", subject_id=person_id).exists()
    assert Batch.objects.latest("pk").reason == "（已应本人要求删除）辞职"


def test_what_was_corrected_is_forgotten_with_the_name_she_had_before(bridge: int) -> None:
    hers = sitting(bridge, "李兰", TODAY)
    correct(
        person_id=hers, words={"name": "李岚"}, shown=shown_facts(hers), reason="李兰误作李岚",
        today=TODAY, by=system(),
    )  # fmt: skip
    Person.objects.filter(name="李兰花").update(name="周花")

    erased("李岚")

    assert in_clear("李岚") == []
    assert in_clear("李兰") == []
    with pytest.raises(PersonUnknown):
        correct(
            person_id=hers, words={"name": "李兰"}, shown={"name": ""}, reason="",
            today=TODAY, by=system(),
        )  # fmt: skip


def test_a_record_merged_into_hers_is_forgotten_and_parts_as_nobodys(bridge: int) -> None:
    there = {"birth": "1977.07", "phone": "19905000007", "occupation": "教师"}
    applied(bring_list(woman("李岚", unit="红岩镇大坪村", since="2019.1.1", **there)))
    learn_names()
    kept, gone = Person.objects.get(name="李兰"), Person.objects.get(name="李岚")
    batch = merge(kept_id=kept.pk, gone_id=gone.pk, by=system())
    Person.objects.filter(name="李兰花").update(name="周花")
    Sound.objects.filter(name="李兰花").delete()
    before = every_figure()

    erased()

    assert every_figure() == before
    assert (in_clear("李兰"), in_clear("李岚"), in_clear("教师")) == ([], [], [])
    undo(batch_id=batch.pk, by=system())
    again_there = Person.objects.get(pk=gone.pk)
    assert (again_there.name, again_there.phone, again_there.erased_on) == ("", "", TODAY)


def test_a_name_sake_keeps_hers_and_is_found(bridge: int) -> None:
    applied(bring_list(woman("李兰", unit="红岩镇大坪村", phone="19905000009", since="2019.1.1")))
    learn_names()
    hers = sitting(bridge, "李兰", TODAY)

    erase_person(person_id=hers, name="李 兰", reason=WHY, today=TODAY, by=system())

    assert Person.objects.get(name="李兰").pk != hers
    assert Sound.objects.filter(name="李兰").exists()
    assert learn_names() == 0


def test_the_record_says_that_it_was_done_and_not_to_whom(bridge: int) -> None:
    person = Person.objects.get(name="李兰")

    erase_person(
        person_id=person.pk, name="李兰", reason="李兰本人申请", today=TODAY, by=system("县妇联")
    )

    entry = Entry.objects.get(verb="person.erased")
    assert (entry.subject_id, entry.unit_code, entry.data["seats"]) == (str(person.pk), CODE, 2)
    assert entry.data["reason"] == "（已应本人要求删除）本人申请"


def test_a_list_that_names_her_again_is_about_somebody_new_and_says_so(bridge: int) -> None:
    hers = erased()

    people = committee(UNIT, "张梅", "李兰", "王菊", "赵竹")
    flower = woman("李兰花", unit=UNIT, birth="1990.01")
    report = applied(bring_list(*people, flower, day="2022-05-04"))

    assert Person.objects.get(name="李兰").pk != hers
    assert "erased_stay" in {code for _severity, code, _cell in found(report, "warn")}


def test_the_list_of_before_brings_nothing_back(bridge: int) -> None:
    erased()

    report = again(take(CODE, "2021-01-01"))

    assert (moves(report), report.refused) == ((0, 0, 0), False)


def test_the_erased_seat_can_end(bridge: int) -> None:
    hers = erased()

    _released(bridge, hers)

    assert "主席" not in posts(bridge, TODAY).values()
    assert not Appointment.objects.filter(person_id=hers, ends_on=None).exists()


def _released(federation_id: int, person_id: int) -> None:
    from jinguo.roster.actions.deciding import Departure
    from jinguo.roster.enums import Deed, Leaving
    from tests.factories.deeds import deed

    gone = Departure(person_id, Leaving.OTHER)
    deed(Deed.RELEASE, federation_id, date(2022, 1, 1), leave=[gone])


def test_undoing_a_batch_brings_her_seat_back_and_not_her(bridge: int) -> None:
    hers = erased()

    undo(batch_id=Batch.objects.latest("pk").pk, by=system())

    left = Person.objects.get(pk=hers)
    assert (left.name, left.education) == ("", "")
    assert Appointment.objects.filter(person_id=hers, ends_on=None).count() == 1


def test_her_account_is_closed_and_nobodys(bridge: int) -> None:
    account = account_of(sitting(bridge, "李兰", TODAY), "lilan")

    erased()

    account.refresh_from_db()
    assert (account.is_active, account.person_id, account.display_name) == (False, None, "")


class TestRefusals:
    """Nothing is erased, and what would be right is said."""

    def refused(self, error: type[Exception], **how: object) -> None:
        person = Person.objects.get(name="李兰")
        words = {"person_id": person.pk, "name": "李兰", "reason": WHY, "today": TODAY}
        before = picture(*ALL_TABLES)
        with pytest.raises(error):
            erase_person(**{**words, "by": system(), **how})  # type: ignore[arg-type]
        assert picture(*ALL_TABLES) == before

    def test_another_name(self, bridge: int) -> None:
        self.refused(NameRepeated, name="李花")

    def test_no_reason(self, bridge: int) -> None:
        self.refused(WhyErased, reason="无")

    def test_whoever_keeps_persons_only(self, bridge: int) -> None:
        self.refused(PersonUnknown, by=officer(LINSHAN, capabilities=(VIEW, APPOINT)))

    def test_who_sat_in_another_county_too(self, bridge: int) -> None:
        above = officer("430999100200", capabilities=(VIEW, ERASE))
        other = Appointment.objects.get(person__name="李兰", ends_on=None)
        other.pk, other.federation_id = None, unit("430999100201")
        other.save()
        self.refused(ErasureForbidden, by=above)

    def test_twice(self, bridge: int) -> None:
        hers = erased()

        with pytest.raises(AlreadyErased):
            erase_person(person_id=hers, name="", reason=WHY, today=TODAY, by=system())


class TestElections:
    def test_not_while_she_stands(self, qingliu: None) -> None:
        congress = elected()
        candidate = congress.candidates.get(name="王芳")
        candidate.person = Person.objects.filter(appointments__isnull=False).earliest("pk")
        candidate.save()
        person = candidate.person
        assert person

        with pytest.raises(StandsForElection):
            erase_person(
                person_id=person.pk, name=person.name, reason=WHY, today=TODAY, by=system()
            )

        assert Person.objects.get(pk=person.pk).name == person.name

    def test_counts_stay_and_the_list_forgets_her(self, qingliu: None) -> None:
        congress = elected()
        sign(congress_id=congress.pk, today=TODAY, by=system())
        seat = Appointment.objects.filter(person__name="王芳").latest("pk")

        erase_person(person_id=seat.person_id, name="王芳", reason=WHY, today=TODAY, by=system())

        shown = Candidate.objects.filter(congress=congress)
        assert shown.count() == 6
        assert not shown.filter(name="王芳").exists()
        assert shown.filter(name__startswith="（已应本人要求删除）").count() == 1
        assert Account.objects.filter(is_active=True).exists()
