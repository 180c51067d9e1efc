"""Imports prepared on the page: corrected, answered, applied once, forgotten."""

import threading
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now

from jinguo.kernel.actor import Actor, system
from jinguo.roster.actions import drafts
from jinguo.roster.actions.importing import cell_key
from jinguo.roster.actions.undoing import undo
from jinguo.roster.errors import DraftRefused
from jinguo.roster.models import Batch, Draft
from jinguo.roster.queries.drafts import draft_files, draft_of, open_drafts
from tests.factories.counties import county
from tests.factories.imports import ALL_TABLES, periods, picture
from tests.factories.workbooks import book, cell, committee, sheet

WOMEN = ("张梅", "李兰")


def draft_with(
    *, post: str = "副主席", day: str = "2019年3月1日", by: Actor | None = None
) -> Draft:
    """A draft of one list in which the second woman has this post."""
    people = committee("红岩镇大坪村", *WOMEN)
    people[1]["post"] = post
    content = book(sheet(*people, day=day))
    return drafts.make_draft(files=[("名册.xlsx", content)], county=county(), by=by or system())


@pytest.mark.usefixtures("linshan")
class TestDrafts:
    def test_a_preview_writes_nothing(self) -> None:
        draft = draft_with()
        before = picture(*ALL_TABLES)

        report = drafts.preview(draft, by=system())

        assert report.joined == 2
        assert picture(*ALL_TABLES) == before

    def test_a_draft_is_applied_once_however_often_it_is_asked(self) -> None:
        draft = draft_with()

        first = drafts.apply_draft(draft_id=draft.pk, by=system())
        second = drafts.apply_draft(draft_id=draft.pk, by=system())

        assert first == second is not None
        assert Batch.objects.count() == 1

    def test_a_refused_draft_is_not_applied_until_it_is_corrected(self) -> None:
        draft = draft_with(post="组长")
        with pytest.raises(DraftRefused):
            drafts.apply_draft(draft_id=draft.pk, by=system())
        assert periods() == []

        key = cell_key("名册.xlsx", "执委", cell("post", 2))
        drafts.correct(draft_id=draft.pk, key=key, text="副主席", by=system())

        assert drafts.apply_draft(draft_id=draft.pk, by=system()) is not None
        assert len(periods()) == 2

    def test_a_correction_taken_back_is_refused_again(self) -> None:
        draft = draft_with(post="组长")
        key = cell_key("名册.xlsx", "执委", cell("post", 2))
        drafts.correct(draft_id=draft.pk, key=key, text="副主席", by=system())

        drafts.correct(draft_id=draft.pk, key=key, text=None, by=system())

        assert drafts.preview(Draft.objects.get(), by=system()).refused

    def test_the_day_can_be_given_and_taken_back(self) -> None:
        draft = draft_with(day="")
        drafts.set_as_of(draft_id=draft.pk, as_of=date(2019, 5, 5), by=system())
        assert drafts.preview(Draft.objects.get(), by=system()).days == [date(2019, 5, 5)]

        drafts.set_as_of(draft_id=draft.pk, as_of=None, by=system())

        assert drafts.preview(Draft.objects.get(), by=system()).refused

    def test_an_undone_draft_can_be_applied_again(self) -> None:
        draft = draft_with()
        batch = drafts.apply_draft(draft_id=draft.pk, by=system())
        assert batch is not None
        undo(batch_id=batch, by=system())

        again = drafts.apply_draft(draft_id=draft.pk, by=system())

        assert again not in (None, batch)
        assert len(periods()) == 2

    def test_nobody_touches_the_draft_of_somebody_else(self) -> None:
        draft, other = draft_with(), Actor(9, "别人")

        deeds: list[Callable[[], object]] = [
            lambda: drafts.correct(draft_id=draft.pk, key="x", text="y", by=other),
            lambda: drafts.answer(draft_id=draft.pk, key="x", who="new", by=other),
            lambda: drafts.apply_draft(draft_id=draft.pk, by=other),
        ]
        for deed in deeds:
            with pytest.raises(Draft.DoesNotExist):
                deed()
        drafts.discard(draft_id=draft.pk, by=other)
        assert draft_of(draft.pk, reader=other) is None
        assert open_drafts(reader=other) == []
        assert [one.pk for one in open_drafts(reader=system())] == [draft.pk]

    def test_a_discarded_draft_is_gone_and_what_was_applied_stays(self) -> None:
        applied, waiting = draft_with(), draft_with()
        drafts.apply_draft(draft_id=applied.pk, by=system())

        for one in (applied, waiting):
            drafts.discard(draft_id=one.pk, by=system())

        assert list(Draft.objects.values_list("pk", flat=True)) == [applied.pk]

    def test_drafts_forgotten_for_two_weeks_are_cleared_away(self) -> None:
        old = draft_with()
        Draft.objects.update(made_at=Now() - timedelta(days=15))

        new = draft_with()

        assert list(Draft.objects.values_list("pk", flat=True)) == [new.pk]
        assert old.pk != new.pk

    def test_files_of_one_name_are_told_apart_by_a_number(self) -> None:
        draft = drafts.make_draft(
            files=[("名册.xlsx", b"1"), ("名册.xlsx", b"2"), ("名册", b"3"), ("名册", b"4")],
            county=county(),
            by=system(),
        )

        names = [name for name, _digest in draft_files(draft)]
        assert names == ["名册.xlsx", "名册 (2).xlsx", "名册", "名册 (2)"]


def test_two_who_apply_one_draft_at_once_import_it_once(
    own_database: Callable[[str], str], linshan_database: str
) -> None:
    own_database(linshan_database)
    draft = draft_with()
    batches: list[int | None] = []

    def apply() -> None:
        batches.append(drafts.apply_draft(draft_id=draft.pk, by=system()))
        connection.close()

    threads = [threading.Thread(target=apply) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert len(batches) == 2
    assert len(set(batches)) == 1
    assert Batch.objects.count() == 1
    assert len(periods()) == 2
