"""Readings of personal data and refusals: one entry each, with where she sat."""

import pytest
from django.test import RequestFactory

from jinguo.audit.actions import record, record_reading, record_refusal
from jinguo.audit.models import Entry
from jinguo.kernel.actor import Actor, system
from jinguo.web.base.devices import device_of, origin_of_request

READER = Actor(5, "林", origin="192.0.2.7 phone")

AGENTS = {
    "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Mobile Safari/537.36": "phone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148": "phone",
    "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148": "tablet",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36": "computer",
    "Mozilla/5.0 (X11; Linux x86_64)": "computer",
    "curl/8": "other",
    "": "other",
}


@pytest.mark.django_db
def test_a_reading_names_the_fields_and_the_reason_but_no_value() -> None:
    record_reading(
        by=READER, subject="person", subject_id=3, unit_code="350423106",
        reason="走访", fields={"phone", "birth_month"}, rows=1,
    )  # fmt: skip

    kept = Entry.objects.get()
    assert (kept.verb, kept.subject, kept.subject_id) == ("personal.read", "person", "3")
    assert kept.data == {"reason": "走访", "fields": ["birth_month", "phone"], "rows": 1}
    assert kept.origin == "192.0.2.7 phone"


@pytest.mark.django_db
def test_a_refusal_says_what_was_asked_and_why_not() -> None:
    record_refusal(by=READER, what="/people/3/", subject="person", subject_id=3, why="scope")

    kept = Entry.objects.get()
    assert (kept.verb, kept.actor_name) == ("access.refused", "林")
    assert kept.data == {"what": "/people/3/", "why": "scope"}


@pytest.mark.django_db
def test_an_entry_keeps_what_was_before_and_what_is_after() -> None:
    entry = record(
        by=system(), verb="v", subject="s", subject_id=1, before={"post": "chair"}, after={}
    )

    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.before, kept.after, kept.origin) == ({"post": "chair"}, {}, "command line")


@pytest.mark.django_db
def test_what_knows_no_before_says_so() -> None:
    kept = Entry.objects.get(pk=record(by=system(), verb="v", subject="s", subject_id=1).pk)

    assert (kept.before, kept.after) == (None, None)


@pytest.mark.parametrize(("agent", "kind"), AGENTS.items())
def test_the_kind_of_device_is_what_the_browser_says(agent: str, kind: str) -> None:
    assert device_of(agent) == kind


def test_the_origin_is_the_address_and_the_device() -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR="192.0.2.7", headers={"user-agent": "Mozilla/5.0 (iPhone) Mobile"}
    )

    assert origin_of_request(request) == "192.0.2.7 phone"
