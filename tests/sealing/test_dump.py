"""A dump of the database holds no telephone number, whatever was done and however one looks."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from jinguo.accounts.models import Account
from jinguo.divisions.queries import latest
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now
from jinguo.people.models import Person
from jinguo.roster.actions.correcting import correct as correct_person
from jinguo.roster.actions.drafts import apply_draft, correct, make_draft, preview
from jinguo.roster.actions.exporting import ExportRequest, export
from jinguo.roster.actions.importing import cell_key
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed
from jinguo.roster.models import Appointment, Batch, Change
from jinguo.roster.writers.facts import shown_facts
from tests.factories.deeds import TODAY, deed, new, release, unit
from tests.factories.imports import bring
from tests.factories.workbooks import book, sheet
from tests.sealing.dumping import dumped, found_in, phones_of_the_demo

VILLAGE = "350423106204"
BY_HAND, ON_THE_PAGE, CORRECTED = "19905009901", "19905009902", "19905009903"
CORRECTED_BY_HAND = "19905009910"
FAULTY = ("19905009904、19905009905", "l9905009906", "199 0500 9907", "电话19905009908")
MORE = [
    BY_HAND,
    ON_THE_PAGE,
    CORRECTED,
    CORRECTED_BY_HAND,
    *(f"1990500990{last}" for last in range(4, 9)),
]


def edit_by_hand() -> None:
    """A woman is appointed with her number, another resigns, and both are taken back or not."""
    village = unit(VILLAGE)
    facts = {"phone": BY_HAND}
    enter = [new("周春", facts=facts, remark=BY_HAND)]
    kept = deed(
        Deed.APPOINTMENT, village, date(2026, 11, 1), enter=enter,
        reason=f"接替者电话 {BY_HAND[:3]} {BY_HAND[3:7]} {BY_HAND[7:]}",
    )  # fmt: skip
    someone = Appointment.objects.filter(federation_id=village, ends_on=None).earliest("pk")
    woman = Person.objects.get(name="周春")
    seen = shown_facts(woman.pk)
    for number in (CORRECTED_BY_HAND, BY_HAND):
        corrected = correct_person(
            person_id=woman.pk, words={**seen, "phone": number}, shown=seen,
            reason=f"换号 {number}", today=TODAY, by=system("test"),
        )  # fmt: skip
        assert corrected.batch
        seen = shown_facts(woman.pk)
    undo(batch_id=release(village, someone.person.name, TODAY).pk, by=system("test"))
    assert kept.pk


def edit_on_the_page() -> None:
    """The same on the page: sessions and messages are written too."""
    client = Client()
    account = Account.objects.get(username="village")
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    words = {"name": "周秋", "post": "executive", "day": "2026-11-20", "phone": ON_THE_PAGE}
    assert "周秋" in client.post(f"/posts/{VILLAGE}/appoint/", words, follow=True).content.decode()
    client.get(f"/search/?q={ON_THE_PAGE}")
    client.get(f"/units/350423/?q={ON_THE_PAGE}")  # refused
    client.get(f"/people/{ON_THE_PAGE}/phone/")
    woman = Person.objects.get(name="周秋")
    why = {"why": "other", "words": f"她换号了，新号{BY_HAND}"}
    read = client.post(f"/people/{woman.pk}/phone/", why)
    assert ON_THE_PAGE in read.content.decode()
    client.post("/search/numbers/?q=周秋", why)
    client.post("/sign-in/", {"login": ON_THE_PAGE, "password": BY_HAND})


def edit_by_workbook() -> None:
    """A list with faults in its cells of numbers: kept as a draft, corrected, applied, undone."""
    known = Appointment.objects.filter(
        federation_id=unit(VILLAGE), ends_on=None, post="executive"
    ).select_related("person").earliest("pk")  # fmt: skip
    people = [
        {"name": f"吴{at}", "phone": phone} for at, phone in zip("春夏秋冬", FAULTY, strict=True)
    ]
    birth = f"{known.person.birth_month:%Y.%m}"
    people.append({"name": known.person.name, "phone": FAULTY[3][2:], "birth": birth})
    people.append({"name": "吴梅", "phone": "1990"})
    rows = [
        {"unit": "石下村妇联", "post": "执委", "remark": f"电话{BY_HAND}", **one} for one in people
    ]
    content = book(sheet(*rows, title="林畲乡妇联执委花名册", day="2026年11月24日"))
    county = latest(Batch.objects.earliest("pk").county_id)
    by = system("test")
    draft = make_draft(files=[("名册.xlsx", content)], county=county, by=by)
    cell = next(one for one in preview(draft, by=by).problems if one.fault.code == "phone_length")
    correct(
        draft_id=draft.pk, key=cell_key("名册.xlsx", cell.sheet, cell.cell), text=CORRECTED, by=by
    )
    apply_draft(draft_id=draft.pk, by=by, today=TODAY)
    text = "单位,姓名,职务,联系电话\n石下村妇联,吴霜,执委,19905009904\n"
    make_draft(
        files=[("名册.csv", text.encode("utf-16")), ("二.csv", text.encode())], county=county, by=by
    )
    again = bring(("三.csv", text.encode()), into="350423", as_of=date(2026, 11, 25))
    assert again.batch
    undo(batch_id=again.batch, by=by)


@pytest.fixture
def lived_in(own_database: Callable[[str], str], qingliu_database: str) -> None:
    """The demo county after some days of work."""
    own_database(qingliu_database)
    edit_by_hand()
    edit_on_the_page()
    edit_by_workbook()
    county = latest(Batch.objects.earliest("pk").county_id)
    export(ExportRequest(county, TODAY, now(), contacts=True, reason="通知会议"), by=system("test"))


@pytest.mark.usefixtures("lived_in")
def test_no_number_is_in_a_dump() -> None:
    phones = phones_of_the_demo() | set(MORE)
    recorded = set(Person.objects.exclude(phone="").values_list("phone", flat=True))
    assert len(phones) > 1500
    assert {BY_HAND, ON_THE_PAGE, CORRECTED} <= recorded
    assert recorded <= phones
    assert Change.objects.filter(before__has_key="phone").exists()

    text = dumped()

    assert "周春" in text  # it is the database indeed
    assert found_in(text, phones) == []
    assert "\\\\x504b0304" not in text  # no workbook lies there for anybody to open
    assert found_in(f"{text} {BY_HAND.encode().hex()}", phones) == [BY_HAND]  # the search finds


@pytest.mark.usefixtures("lived_in")
def test_what_was_sealed_comes_back_whole() -> None:
    batch = Batch.objects.filter(deed=Deed.IMPORT).latest("pk")

    assert batch.report["rows"] == 1
    assert Batch.objects.filter(files__isnull=False).earliest("pk").files.count() > 0
