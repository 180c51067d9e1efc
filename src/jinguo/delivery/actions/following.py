"""Whose notices they are, where persons or federations turn out to be one, or several."""

from collections.abc import Sequence

from django.db import transaction

from jinguo.delivery.models import Notice
from jinguo.divisions.events import Moved
from jinguo.roster.actions.following import followed, note_followed
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED

WORD = "notice"


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """What was said to the record that goes was said to the one that stays."""
    moving = Notice.objects.filter(recipient_id=gone_id)
    numbers = list(moving.values_list("pk", flat=True))
    note_followed(batch_id, WORD, numbers, kept_id=kept_id, gone_id=gone_id)
    moving.update(recipient_id=kept_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """The notices that followed go back."""
    moved = followed(batch_id, WORD)
    Notice.objects.filter(pk__in=moved, recipient_id=kept_id).update(recipient_id=gone_id)


@transaction.atomic
def forget(*, person_id: int, name: str) -> None:
    """That a unit was reminded stays counted; when somebody who is erased read it is gone.

    So is her name in what notices say of the units she belonged to; name-sakes lose theirs too.
    """
    Notice.objects.filter(recipient_id=person_id).update(seen_at=None)
    units = Appointment.objects.filter(person_id=person_id).values("federation_id")
    about = Notice.objects.filter(federation_id__in=units, subject__contains=name) if name else ()
    for notice in about:
        Notice.objects.filter(pk=notice.pk).update(subject=notice.subject.replace(name, ERASED))


@transaction.atomic
def move(*, moves: Sequence[Moved]) -> None:
    """A notice is of the units that stood there on its day, and so is the key of its thing.

    A key that is taken there stays as it is: the thing was said of both. Once a moment.
    """
    going = {one.from_id for one in moves}
    about = Notice.objects.filter(federation_id__in=going)
    told = Notice.objects.filter(addressee_id__in=going)
    for notice in (about | told).select_for_update():
        values: dict[str, int | str] = {}
        if heir := _heir(notice.addressee_id, notice, moves):
            values["addressee_id"] = heir
        if heir := _heir(notice.federation_id, notice, moves):
            values["federation_id"] = heir
            values["thing"] = _free(notice, heir)
        if values:
            Notice.objects.filter(pk=notice.pk).update(**values)


def _heir(federation_id: int, notice: Notice, moves: Sequence[Moved]) -> int | None:
    for one in moves:
        if one.from_id == federation_id and notice.sent_on in one.days:
            return one.to_id
    return None


def _free(notice: Notice, heir: int) -> str:
    head = notice.thing.removesuffix(f":{notice.federation_id}")
    thing = f"{head}:{heir}"
    others = Notice.objects.filter(thing=thing)
    same_step = others.filter(due_on=notice.due_on, step=notice.step)
    taken = same_step.exists() or others.filter(sent_on=notice.sent_on).exists()
    return notice.thing if head == notice.thing or taken else thing
