"""The pages of the record: all of it for auditors, one object's for whoever may see the object."""

import ast
import io
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.db import transaction
from django.test import Client

import jinguo
from jinguo.access.actions import assign, revoke
from jinguo.access.actions.delegating import Loan, delegate, end_delegation
from jinguo.access.models import Role
from jinguo.accounts.actions import create_account, disable, enable
from jinguo.accounts.models import Account
from jinguo.audit.actions import record, record_reading, seal
from jinguo.audit.models import Entry
from jinguo.divisions.queries import place
from jinguo.kernel.actor import Actor, system
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Post
from jinguo.roster.models import Appointment, Batch
from jinguo.web.audit.labels import POSTS, SILENT, label
from tests.factories.accounts import account_of_sitter
from tests.factories.deeds import TODAY, release, unit
from tests.factories.elections import elected
from tests.web.conftest import Reader
from tests.web.pages import queries, text

VILLAGE = "350423106204"
CODE = VILLAGE.ljust(12, "0")


@pytest.fixture
def auditor(reader: Reader) -> Client:
    return reader("auditor")


@pytest.fixture
def seat(reader: Reader) -> Appointment:
    """Somebody of the village's committee."""
    return Appointment.objects.filter(
        federation__division__versions__code=CODE, ends_on__isnull=True
    ).earliest("pk")


def note(n: int, **words: Any) -> None:
    for number in range(n):
        record(
            by=Actor(9, "林处长", origin="192.0.2.7 phone"), verb="account.renamed",
            subject="account", subject_id=number + 1, unit_code=CODE, **words,
        )  # fmt: skip


def test_a_page_takes_its_fixed_number_of_queries(auditor: Client) -> None:
    Account.objects.get(username="auditor")
    counts = []
    for more in (1, 2, 40):
        note(more)
        counts.append(queries(auditor, "/audit/?who=林处长"))

    assert counts == [14, 14, 14]


def test_the_page_of_an_object_takes_its_fixed_number_of_queries(auditor: Client) -> None:
    counts = []
    for more in (1, 2):
        note(more)
        counts.append(queries(auditor, f"/audit/unit/{VILLAGE}/"))

    assert counts == [12, 12]


def test_what_changed_stands_there_in_words(auditor: Client) -> None:
    note(1, before={"display_name": "旧"}, after={"display_name": "新"}, reason="改名")

    page = text(auditor, "/audit/?who=林处长")

    for words in ("修改账号名称", "<del>旧</del>", "<ins>新</ins>", "事由：改名", "192.0.2.7 手机"):
        assert words in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("who=林处长", True),
        ("who=陈", False),
        ("kind=account", True),
        ("kind=election", False),
        ("kind=else", True),
        (f"unit={VILLAGE[:9]}", True),
        ("unit=350423101", False),
        ("unit=x", True),
        ("since=2020-01-01", True),
        ("until=2020-01-01", False),
        ("since=tomorrow", True),
    ],
)
def test_the_list_is_narrowed_down(query: str, found: bool, auditor: Client) -> None:
    note(1)

    page = text(auditor, f"/audit/?{query}")

    assert ("192.0.2.7" in page) is found


class TestBeforeAndAfter:
    """A row says what a deed changed, without anybody's data."""

    def test_a_role_given_and_taken(self, auditor: Client) -> None:
        number = Account.objects.get(username="executive").pk
        where = place("350423", TODAY)

        assign(account_id=number, role=Role.AUDITOR, place=where, by=system())
        assert "角色 <del>—</del> → <ins>审计员</ins>" in row(auditor)
        revoke(account_id=number, role=Role.AUDITOR, place=where, by=system())
        assert "角色 <del>审计员</del> → <ins>—</ins>" in row(auditor)

    def test_an_account_disabled_and_enabled(self, auditor: Client) -> None:
        number = Account.objects.get(username="executive").pk

        disable(account_id=number, by=system())
        assert "可以登录 <del>是</del> → <ins>否</ins>" in row(auditor)
        enable(account_id=number, by=system())
        assert "可以登录 <del>否</del> → <ins>是</ins>" in row(auditor)

    def test_a_deed_taken_back_gives_the_posts_back(
        self, auditor: Client, seat: Appointment
    ) -> None:
        name, post = seat.person.name, str(Post(seat.post).label)
        batch = release(seat.federation_id, name, TODAY)

        undo(batch_id=batch.pk, by=system())

        told = row(auditor)
        assert "生效 <del>是</del> → <ins>否</ins>" in told
        assert f"{name} <del>—</del> → <ins>{post}</ins>" in told
        kept = Entry.objects.latest("pk")
        assert name not in f"{kept.before}{kept.after}{kept.data}"

    def test_an_import_taken_back_says_how_many(self, auditor: Client) -> None:
        newest = Batch.objects.filter(deed=Deed.IMPORT).latest("pk")
        joined = newest.report["joined"]
        assert joined

        undo(batch_id=newest.pk, by=system())

        assert f"新任 <del>{joined}</del> → <ins>0</ins>" in row(auditor)

    def test_a_delegation_ended_says_until_when(self, auditor: Client) -> None:
        vice = account_of_sitter(unit(VILLAGE), "侯舒美", "vice")
        until = TODAY + timedelta(days=9)
        loan = Loan(vice.pk, Role.VILLAGE, place(VILLAGE, TODAY), TODAY, until, "产假")
        lent = delegate(loan=loan, by=system(), today=TODAY)

        end_delegation(delegation_id=lent.pk, today=TODAY, by=system())

        assert f"<del>{until.isoformat()}</del> → <ins>{TODAY.isoformat()}</ins>" in row(auditor)


def row(auditor: Client) -> str:
    """What changed, as the newest row but that of looking tells it."""
    page = auditor.get("/audit/").content.decode()
    found = re.search(r'<ul class="change-of">.*?</ul>', page)
    assert found
    return re.sub(r"</?(span|li|ul)[^>]*>", "", found[0])


def test_older_entries_are_a_page_further(auditor: Client) -> None:
    note(60)

    first = text(auditor, "/audit/?who=林处长")
    below = Entry.objects.order_by("-pk")[49].pk
    assert first.count('<td class="nowrap" data-label="时间">') == 50
    assert f"below={below}" in first

    second = text(auditor, f"/audit/?who=林处长&below={below}")
    assert second.count('<td class="nowrap" data-label="时间">') == 10
    assert "回到最新" in second


def test_opening_the_page_of_a_person_is_on_record(
    reader: Reader, auditor: Client, seat: Appointment
) -> None:
    text(reader("village"), f"/people/{seat.person_id}/")

    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.subject, entry.subject_id) == (
        "personal.read", "person", str(seat.person_id),
    )  # fmt: skip
    assert "phone" in entry.data["fields"]
    assert seat.person.phone not in str(entry.data)
    assert "石下村妇联主席" in text(auditor, f"/audit/person/{seat.person_id}/")


def test_a_deed_stands_on_the_pages_of_her_and_of_her_unit(
    reader: Reader, auditor: Client, seat: Appointment
) -> None:
    batch = release(seat.federation_id, seat.person.name, TODAY)
    other = reader("township")

    for address in (f"person/{seat.person_id}", f"unit/{VILLAGE}", f"batch/{batch.pk}"):
        for client in (auditor, other):
            page = text(client, f"/audit/{address}/")
            assert "免职离任" in page
            assert seat.person.name in page
            assert "<ins>—</ins>" in page
    kept = Entry.objects.get(verb="roster.release")
    assert (kept.before, kept.after) == (
        {"posts": {str(seat.person_id): seat.post}}, {"posts": {}},
    )  # fmt: skip


def test_who_may_only_view_learns_neither_who_looked_nor_from_where(
    reader: Reader, auditor: Client, seat: Appointment
) -> None:
    note(1)
    record_reading(
        by=Actor(9, "林处长", origin="192.0.2.7 phone"), subject="person",
        subject_id=seat.person_id, unit_code=CODE, reason="入户核对", fields=["phone"],
    )  # fmt: skip
    record_reading(
        by=Actor(9, "林处长"), subject="person", subject_id=seat.person_id, unit_code=CODE,
        verb="contact.read",
    )  # fmt: skip
    village = reader("village")

    unit = text(village, f"/audit/unit/{VILLAGE}/")
    person = text(village, f"/audit/person/{seat.person_id}/")

    assert "修改账号名称" in unit
    assert "192.0.2.7" not in unit + person
    assert "入户核对" not in unit + person
    assert "还没有记录" in person
    assert "入户核对" in text(auditor, f"/audit/person/{seat.person_id}/")
    assert "查看电话号码" in text(auditor, f"/audit/person/{seat.person_id}/")


def test_an_auditor_of_a_township_sees_its_entries_and_no_others(reader: Reader) -> None:
    account = create_account(
        username="t", display_name="乡审计", password="林畲-2017-审计", by=system()
    )
    assign(account_id=account.pk, role=Role.AUDITOR, place=place("350423106", TODAY), by=system())
    client = Client()
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    note(1)
    record(by=system("别处"), verb="role.taken", subject="account", subject_id=1,
           unit_code="350423101000")  # fmt: skip
    record(by=system("无单位"), verb="account.enabled", subject="account", subject_id=1)

    page = text(client, "/audit/")

    assert "林处长" in page
    assert "别处" not in page
    assert "无单位" not in page
    assert "立即校验" not in page
    assert client.post("/audit/verify/").status_code == 404


def test_an_export_needs_a_reason_and_is_on_record(auditor: Client) -> None:
    note(3)
    before = Entry.objects.count()

    refused = auditor.post("/audit/record.xlsx", {"who": "林处长"}, follow=True)

    assert "请填写用途" in refused.content.decode()
    assert Entry.objects.count() == before

    taken = auditor.post("/audit/record.xlsx", {"who": "林处长", "reason": "年度检查"})

    sheet = openpyxl.load_workbook(io.BytesIO(taken.content)).active
    assert sheet is not None
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "年度检查" in str(lines[2][0])
    assert [line[2] for line in lines[5:]] == ["林处长"] * 3
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.data["rows"], entry.data["reason"]) == (
        "audit.exported", 3, "年度检查",
    )  # fmt: skip


def test_cells_that_look_like_formulas_stay_text(auditor: Client) -> None:
    note(1, reason="=1+1")

    taken = auditor.post("/audit/record.xlsx", {"who": "林处长", "reason": "=2"})

    sheet = openpyxl.load_workbook(io.BytesIO(taken.content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("role", ["county", "township", "village", "executive", "administrator"])
def test_nobody_else_exports_or_verifies(role: str, reader: Reader) -> None:
    client = reader(role)
    others = Entry.objects.exclude(verb="access.refused")
    before = others.count()

    for address in ("/audit/record.xlsx", "/audit/verify/"):
        assert client.post(address, {"reason": "x"}).status_code == 404

    assert others.count() == before


def test_an_attempt_outside_her_scope_is_on_record(reader: Reader, auditor: Client) -> None:
    client = reader("village")
    stranger = Appointment.objects.filter(
        federation__division__versions__code__startswith="350423100"
    ).earliest("pk")

    for address in ("/units/350423/", f"/people/{stranger.person_id}/", "/import/", "/nowhere/"):
        assert client.get(address).status_code == 404

    found = Entry.objects.filter(verb="access.refused").order_by("pk")
    assert [(one.subject, one.subject_id, one.data["what"]) for one in found] == [
        ("unit", "350423", "GET /units/350423/"),
        ("person", str(stranger.person_id), f"GET /people/{stranger.person_id}/"),
        ("address", "/import/", "GET /import/"),
    ]
    page = text(auditor, "/audit/?kind=refused")
    assert page.count("<b>请求被拒绝</b>") == 3
    assert "GET /units/350423/" in page


def test_who_is_not_signed_in_leaves_no_attempt(reader: Reader) -> None:
    assert Client().get("/units/350423/").status_code == 302

    assert not Entry.objects.filter(verb="access.refused").exists()


def test_the_record_is_verified_from_the_page(auditor: Client) -> None:
    note(2)

    page = auditor.post("/audit/verify/", follow=True).content.decode()

    assert "审计记录完整" in page
    assert Entry.objects.latest("pk").verb == "audit.verified"
    assert "✓ 完整" in text(auditor, "/audit/")


def test_a_forged_row_is_told_on_the_page(
    own_database: Callable[[str], str], qingliu_database: str
) -> None:
    from tests.audit.tampering import put_in

    own_database(qingliu_database)
    with transaction.atomic():
        note(1)
    seal()
    put_in(Entry.objects.latest("pk").pk)
    client = Client()
    client.force_login(
        Account.objects.get(username="auditor"),
        "allauth.account.auth_backends.AuthenticationBackend",
    )

    page = client.post("/audit/verify/", follow=True).content.decode()

    assert "审计记录不完整" in page
    assert "不是本系统写入的内容" in page
    assert "✗ 1处问题" in page


def test_every_part_that_a_deed_records_has_a_title() -> None:
    kept = {"by", "verb", "subject", "subject_id", "unit_code", "before", "after"}
    parts = {
        word.arg
        for path in Path(jinguo.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("record", "record_reading", "record_refusal", "noted")
        for word in call.keywords
        if word.arg
    }

    assert {one for one in parts - kept - {*SILENT} if label(one) == one} == set()


def test_what_a_congress_and_the_demo_leave_in_the_record_is_told_in_words(qingliu: None) -> None:
    elected()

    parts = {
        part
        for entry in Entry.objects.all()
        for kept in (entry.data, entry.before or {}, entry.after or {})
        for part in kept
        if part not in SILENT and not part.isdecimal() and part != POSTS
    }

    assert {one for one in parts if label(one) == one} == set()


def test_the_paper_and_who_was_away_are_told_in_words(auditor: Client) -> None:
    note(1, paper="count-sheet", away={"赖秀珍": "leave", "王芳": "absent"})

    page = text(auditor, "/audit/?who=林处长")

    assert all(told in page for told in ("计票单", "赖秀珍 请假", "王芳 缺席"))


def test_the_words_of_a_deed_are_the_readers(auditor: Client) -> None:
    note(1, kind="contact", consent=77777, level="village", verdict="same", office="chair")

    page = text(auditor, "/audit/?who=林处长")

    for words in ("类别：联系电话", "层级：村（社区）", "：同一单位", "77777"):
        assert (words in page) is (words != "77777"), words


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("unit=x", "“x”不是单位代码"),
        ("since=tomorrow", "“tomorrow”不是日期"),
        ("until=2026-99-99", "“2026-99-99”不是日期"),
        ("since=2026-12-01&until=2026-01-01", "截止日期早于起始日期"),
    ],
)
def test_what_could_not_be_understood_is_told(query: str, told: str, auditor: Client) -> None:
    assert told in text(auditor, f"/audit/?{query}")
    assert told not in text(auditor, "/audit/?unit=350423&since=2026-01-01")


def test_the_record_of_a_congress_or_an_import_leads_back_to_it(
    reader: Reader, auditor: Client
) -> None:
    congress, batch = elected(), Batch.objects.earliest("pk")

    of_congress = text(reader("village"), f"/audit/congress/{congress.pk}/")
    of_batch = f"/audit/batch/{batch.pk}/"

    assert "妇女代表大会" in of_congress
    assert f'href="/elections/{congress.pk}/"' in of_congress
    assert f'href="/import/batches/{batch.pk}/"' in text(reader("county"), of_batch)
    assert f'href="/import/batches/{batch.pk}/"' not in text(auditor, of_batch)
