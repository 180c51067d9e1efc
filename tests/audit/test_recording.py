"""The record of deeds: written with the deed, never altered."""

from collections.abc import Callable

import pytest
from django.db import ProgrammingError, transaction

from jinguo.audit.actions import record
from jinguo.audit.models import Entry
from jinguo.kernel.actor import system
from tests.conftest import EMPTY


@pytest.mark.django_db
def test_an_entry_says_who_did_what_to_which() -> None:
    entry = record(
        by=system("陈"), verb="roster.imported", subject="batch", subject_id=7,
        unit_code="350423000000", rows=3,
    )  # fmt: skip

    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.actor_name, kept.verb, kept.subject_id) == ("陈", "roster.imported", "7")
    assert kept.data == {"rows": 3}
    assert kept.at is not None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "deed",
    [lambda: Entry.objects.update(actor_name="x"), lambda: Entry.objects.all().delete()],
)
def test_an_entry_cannot_be_altered_or_removed(deed: Callable[[], object]) -> None:
    record(by=system(), verb="v", subject="s", subject_id=1)

    with pytest.raises(ProgrammingError), transaction.atomic():
        deed()

    assert Entry.objects.count() == 1


def test_without_the_transaction_of_a_deed_there_is_no_entry(
    own_database: Callable[[str], str],
) -> None:
    own_database(EMPTY)

    with pytest.raises(transaction.TransactionManagementError):
        record(by=system(), verb="v", subject="s", subject_id=1)

    assert Entry.objects.count() == 0
