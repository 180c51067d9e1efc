"""The chain: sealed in order, and every way to alter it afterwards is found and named."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from jinguo.audit.actions import seal
from jinguo.audit.actions.sealing import LOCK
from jinguo.audit.enums import Wrong
from jinguo.audit.models import Seal
from jinguo.audit.queries.verifying import verify
from jinguo.audit.rules.verdict import Verdict
from tests.audit import tampering
from tests.audit.tampering import alter, deeds, delete, owning, put_in, run, swap
from tests.conftest import EMPTY

Own = Callable[[str], str]


@pytest.fixture
def owned(own_database: Own) -> Iterator[None]:
    """A database of one's own in which the test is its owner, with every guard off."""
    own_database(EMPTY)
    with owning():
        yield


def elsewhere(deed: Callable[[], object]) -> object:
    """Do it on a connection of its own, while ours has a transaction open."""

    def work() -> object:
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def told(verdict: Verdict) -> list[tuple[Wrong, int | None, int | None]]:
    return [(one.wrong, one.position, one.entry) for one in verdict.problems]


@pytest.mark.django_db
def test_entries_are_sealed_in_order_and_without_gaps() -> None:
    made = deeds(3)

    assert seal() == 3
    assert seal() == 0
    assert list(Seal.objects.order_by("position").values_list("position", "entry_id")) == [
        (at, entry.pk) for at, entry in enumerate(made, 1)
    ]
    verdict = verify()
    assert (verdict.whole, verdict.sealed, verdict.begins, verdict.ends) == (True, 3, 1, 3)


@pytest.mark.django_db
def test_an_empty_record_is_whole() -> None:
    verdict = verify()

    assert (verdict.whole, verdict.sealed, verdict.other_key) == (True, 0, False)


@pytest.mark.django_db
def test_the_tail_that_is_not_sealed_yet_is_named() -> None:
    deeds(1)
    seal()
    made = deeds(2)

    verdict = verify()

    assert verdict.whole
    assert (verdict.tail.count, verdict.tail.first, verdict.tail.last) == (
        2, made[0].pk, made[1].pk,
    )  # fmt: skip


def test_what_commits_late_gets_its_place_later_and_nobody_waits(own_database: Own) -> None:
    own_database(EMPTY)
    with transaction.atomic():
        early = deeds(1)[0]
        elsewhere(lambda: transaction.atomic(deeds)(1))
        assert elsewhere(seal) == 1
    assert seal(thorough=False) == 1

    order = list(Seal.objects.order_by("position").values_list("entry_id", flat=True))
    assert order == [early.pk + 1, early.pk]
    assert verify().whole


def test_one_sealer_at_a_time(own_database: Own) -> None:
    own_database(EMPTY)
    with transaction.atomic():
        deeds(1)
    with transaction.atomic():
        run("SELECT pg_advisory_xact_lock(%s)", LOCK)
        assert elsewhere(lambda: seal(wait=False)) == 0
    assert seal(wait=False) == 1


def test_the_application_cannot_touch_a_seal(own_database: Own) -> None:
    own_database(EMPTY)
    with transaction.atomic():
        deeds(1)
    seal()
    for statement in ("UPDATE audit_seal SET position = 9", "DELETE FROM audit_seal"):
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute(statement)

    assert Seal.objects.get().position == 1


def test_a_deleted_entry_is_named(owned: None) -> None:
    made = deeds(5)
    seal()
    delete(made[2])

    verdict = verify()

    assert told(verdict) == [(Wrong.DELETED, 3, made[2].pk)]
    assert f"{made[2].pk}" in str(verdict.problems[0])
    assert "删除" in str(verdict.problems[0])


def test_an_entry_deleted_with_its_seal_leaves_a_gap(owned: None) -> None:
    made = deeds(5)
    seal()
    delete(made[2], seal_too=True)

    verdict = verify()

    assert told(verdict) == [(Wrong.SEAL_MISSING, 3, None)]
    assert verdict.problems[0].first == 3


EDITS = {
    "actor_id": "actor_id + 1",
    "actor_name": "'林'",
    "verb": "verb || 'x'",
    "subject": "''",
    "subject_id": "'99'",
    "unit_code": "'350423'",
    "origin": "'192.0.2.1 phone'",
    "before": "NULL",
    "after": "'null'",
    "data": "jsonb_set(data, '{numbers,0}', '7')",
    "mac": "sha256('x')",
    "nonce": "gen_random_uuid()",
}


@pytest.mark.parametrize("column", EDITS)
def test_an_edited_entry_is_named(column: str, owned: None) -> None:
    made = deeds(4)
    seal()
    alter("audit_entry", f"{column} = {EDITS[column]}", key="id", value=made[1].pk)

    assert told(verify()) == [(Wrong.EDITED, 2, made[1].pk)]


@pytest.mark.parametrize("when", ["at - interval '1 microsecond'", "'infinity'", "'-infinity'"])
def test_another_time_is_found(when: str, owned: None) -> None:
    made = deeds(4)
    seal()
    alter("audit_entry", f"at = {when}", key="id", value=made[1].pk)

    verdict = verify()

    assert told(verdict) == [(Wrong.MOVED, 2, made[1].pk)]
    assert str(made[1].pk) in str(verdict.problems[0])


def test_an_inserted_entry_is_found_before_and_after_it_is_sealed(owned: None) -> None:
    made = deeds(3)
    seal()
    forged = put_in(made[1].pk)

    assert told(verify()) == [(Wrong.INSERTED, None, forged)]
    seal()
    assert told(verify()) == [(Wrong.INSERTED, 4, forged)]


def test_an_inserted_copy_is_found_with_what_it_copies(owned: None) -> None:
    made = deeds(3)
    seal()
    copy = put_in(made[1].pk, nonce="nonce")
    seal()

    assert told(verify()) == [(Wrong.COPIED, None, made[1].pk), (Wrong.COPIED, None, copy)]


def test_reordered_entries_are_named(owned: None) -> None:
    made = deeds(5)
    seal()
    swap("audit_entry", "id", made[1].pk, made[3].pk)

    assert told(verify()) == [
        (Wrong.MOVED, 2, made[1].pk), (Wrong.MOVED, 4, made[3].pk),
    ]  # fmt: skip


def test_reordered_seals_are_named(owned: None) -> None:
    deeds(5)
    seal()
    swap("audit_seal", "position", 2, 3)

    assert [one.position for one in verify().problems] == [2, 3]


def test_a_cut_off_end_is_found_with_an_anchor_and_only_with_one(owned: None) -> None:
    made = deeds(5)
    seal()
    anchor = tampering.end()
    for entry in made[3:]:
        delete(entry, seal_too=True)

    assert verify().whole
    verdict = verify(anchor)
    assert told(verdict) == [(Wrong.TRUNCATED, 3, 5)]
    assert "5" in str(verdict.problems[0])


def test_an_end_that_grew_again_is_not_the_end_the_anchor_knows(owned: None) -> None:
    made = deeds(5)
    seal()
    anchor = tampering.end()
    delete(made[4], seal_too=True)
    deeds(3)
    seal()

    assert verify().whole
    assert told(verify(anchor)) == [(Wrong.REWRITTEN, 5, None)]


def test_a_record_that_only_grew_keeps_its_anchor(owned: None) -> None:
    deeds(2)
    seal()
    anchor = tampering.end()
    deeds(2)
    seal()

    verdict = verify(anchor)

    assert (verdict.whole, verdict.anchored) == (True, True)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("position = 9", [(Wrong.SEAL_MISSING, 3, None), (Wrong.SEAL_MISSING, 8, None)]),
        ("entry_id = 0", [(Wrong.DELETED, 3, 0)]),
        ("sealed_at = sealed_at + interval '1 hour'", [(Wrong.MOVED, 3, None)]),
        ("previous = sha256('x')", [(Wrong.SEAL_ALTERED, 3, None)]),
        ("hash = sha256('x')", [(Wrong.MOVED, 3, None)]),
    ],
)
def test_an_altered_seal_is_found(
    change: str, wrong: list[tuple[Wrong, int, int | None]], owned: None
) -> None:
    deeds(5)
    seal()
    alter("audit_seal", change, key="position", value=3)

    found = [(one.wrong, one.position) for one in verify().problems]

    assert set(found) >= {(kind, position) for kind, position, _entry in wrong}


def test_a_seal_written_twice_is_found(owned: None) -> None:
    deeds(3)
    seal()
    run("INSERT INTO audit_seal SELECT * FROM audit_seal WHERE position = 2")

    assert Wrong.SEAL_ALTERED in [one.wrong for one in verify().problems]


def test_another_key_is_suspected_where_nothing_fits(owned: None, settings: Any) -> None:
    deeds(3)
    seal()
    settings.AUDIT_KEY = "another"

    verdict = verify()

    assert (verdict.whole, verdict.other_key, verdict.count) == (False, True, 3)


def test_another_key_from_some_day_on_is_suspected_too(owned: None, settings: Any) -> None:
    deeds(4)
    seal()
    settings.AUDIT_KEY = "another"
    deeds(2)
    seal()

    verdict = verify()

    assert (verdict.other_key, verdict.foreign, verdict.genuine) == (True, 4, 2)


def test_one_edited_entry_is_no_other_key(owned: None) -> None:
    made = deeds(3)
    seal()
    alter("audit_entry", "actor_name = 'x'", key="id", value=made[0].pk)

    assert not verify().other_key


KINDS = (
    "delete", "delete both", "delete seal", "cut", "edit", "insert", "copy",
    "swap entries", "swap seals", "seal column",
)  # fmt: skip
SEAL_EDITS = {
    "position": "position + 1000",
    "entry_id": "entry_id + 1000000",
    "sealed_at": "sealed_at - interval '1 second'",
    "previous": "sha256(previous)",
    "hash": "sha256(hash)",
}


def test_whatever_is_done_to_a_record_of_any_length_is_found(own_database: Own) -> None:
    own_database(EMPTY)

    @hypothesis_settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
    @given(
        length=st.integers(1, 6),
        kinds=st.lists(st.sampled_from(KINDS), max_size=3),
        data=st.data(),
    )
    def tamper(length: int, kinds: list[str], data: st.DataObject) -> None:
        with owning():
            made = [entry.pk for entry in deeds(length)]
            seal()
            anchor, before = tampering.end(), everything()
            for kind in kinds:
                once(kind, data.draw(st.sampled_from(made)), data.draw(st.sampled_from(made)), data)
            altered = everything() != before
            if data.draw(st.booleans()):
                seal()

            assert verify(anchor).whole == (not altered)

    tamper()


def everything() -> list[object]:
    """Both tables as they stand."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e::text FROM audit_entry e UNION ALL SELECT s::text FROM audit_seal s"
            " ORDER BY 1"
        )
        return list(cursor.fetchall())


def once(kind: str, one: int, other: int, data: st.DataObject) -> None:
    """One deed on the record; what an earlier one took out cannot be altered any more."""
    if kind in ("delete", "delete both"):
        run("DELETE FROM audit_entry WHERE id = %s", one)
    if kind in ("delete seal", "delete both"):
        run("DELETE FROM audit_seal WHERE entry_id = %s", one)
    if kind == "cut":
        run("DELETE FROM audit_entry WHERE id >= %s", one)
        run("DELETE FROM audit_seal WHERE entry_id >= %s", one)
    if kind in ("insert", "copy"):
        put_in(one, nonce="nonce" if kind == "copy" else "gen_random_uuid()")
    if kind == "insert" and data.draw(st.booleans()):
        seal()
    if kind == "swap entries":
        swap("audit_entry", "id", one, other)
    if kind == "swap seals":
        swap("audit_seal", "entry_id", one, other)
    if kind in ("edit", "seal column"):
        edits = EDITS if kind == "edit" else SEAL_EDITS
        table, key = ("audit_entry", "id") if kind == "edit" else ("audit_seal", "entry_id")
        column = data.draw(st.sampled_from(sorted(edits)))
        alter(table, f"{column} = {edits[column]}", key=key, value=one)
