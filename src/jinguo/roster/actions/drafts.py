"""Imports being prepared on the page: files dropped, cells corrected, doubts answered, applied."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models.functions import Now

from jinguo.divisions.queries import Place, latest
from jinguo.files.actions import store
from jinguo.files.queries import content
from jinguo.kernel.actor import Actor
from jinguo.kernel.text import printable
from jinguo.roster.actions.importing import SEPARATOR, ImportRequest, Report, run
from jinguo.roster.actions.leaving_out import is_left_out
from jinguo.roster.errors import DraftRefused
from jinguo.roster.models import Draft, DraftFile
from jinguo.roster.queries.drafts import draft_files

KEPT = timedelta(days=14)


@transaction.atomic
def make_draft(
    *, files: Sequence[tuple[str, bytes]], county: Place, by: Actor, as_of: date | None = None
) -> Draft:
    """Keep the files dropped by somebody; drafts forgotten for two weeks are cleared away."""
    Draft.objects.filter(made_at__lt=Now() - KEPT, batch__isnull=True).delete()
    draft = Draft.objects.create(county_id=county.division_id, owner_id=by.id, as_of=as_of)
    add_files(draft=draft, files=files)
    return draft


@transaction.atomic
def add_files(*, draft: Draft, files: Sequence[tuple[str, bytes]]) -> None:
    """Add files to a draft; names that repeat are told apart by a number."""
    taken = {name for name, _content in draft_files(draft)}
    for name, data in files:
        DraftFile.objects.create(draft=draft, name=_free(name, taken), stored=store(content=data))


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        stem, dot, ending = name.rpartition(".")
        free = f"{stem or name} ({number}){dot}{ending if stem else ''}"
        number += 1
    taken.add(free)
    return free


def is_cell(key: str) -> bool:
    """Whether a key of ``correct`` and ``answer`` names a cell, as ``cell_key`` does."""
    return key.count(SEPARATOR) == 2


@transaction.atomic
def correct(*, draft_id: int, key: str, text: str | None, by: Actor) -> None:
    """Replace a cell's text before it is read; ``None`` takes the correction back."""
    _change(draft_id, by, "corrections", key, text)


@transaction.atomic
def answer(*, draft_id: int, key: str, who: str | None, by: Actor) -> None:
    """Say who the woman in a cell is: a candidate's ``ref``, or "new"; ``None`` to ask again."""
    _change(draft_id, by, "answers", key, who)


def _change(draft_id: int, by: Actor, where: str, key: str, value: str | None) -> None:
    draft = Draft.objects.select_for_update().get(pk=draft_id, owner_id=by.id, batch__isnull=True)
    decided = getattr(draft, where)
    if value is None:
        decided.pop(key, None)
    else:
        decided[printable(key)] = printable(value)
    draft.save(update_fields=[where])


@transaction.atomic
def set_as_of(*, draft_id: int, as_of: date | None, by: Actor) -> None:
    """The day the lists describe; ``None`` to take each sheet's own."""
    Draft.objects.filter(pk=draft_id, owner_id=by.id, batch__isnull=True).update(as_of=as_of)


@transaction.atomic
def discard(*, draft_id: int, by: Actor) -> None:
    """Forget a draft. What was applied stays."""
    Draft.objects.filter(pk=draft_id, owner_id=by.id, batch__isnull=True).delete()


def preview(draft: Draft, *, by: Actor, today: date | None = None) -> Report:
    """What applying the draft would do. Nothing is written."""
    return run(request_of(draft, today), by=by, apply=False)


@transaction.atomic
def apply_draft(*, draft_id: int, by: Actor, today: date | None = None) -> int | None:
    """Apply a draft once, however often it is asked; returns the batch.

    ``None`` where there was nothing to change. Raises ``DraftRefused`` while any
    cell is refused; then nothing is written.
    """
    draft = Draft.objects.select_for_update().get(pk=draft_id, owner_id=by.id)
    if draft.batch_id is not None:
        return draft.batch_id
    report = run(request_of(draft, today), by=by, apply=True)
    if report.refused:
        raise DraftRefused(count=report.refusals)
    draft.batch_id = report.batch
    draft.save(update_fields=["batch"])
    return report.batch


def request_of(draft: Draft, today: date | None = None) -> ImportRequest:
    """The import a draft stands for."""
    return ImportRequest(
        files=[
            (name, content(digest))
            for name, digest in draft_files(draft)
            if not is_left_out(draft, name)
        ],
        county=latest(draft.county_id),
        as_of=draft.as_of,
        corrections=draft.corrections,
        answers=draft.answers,
        today=today,
    )
