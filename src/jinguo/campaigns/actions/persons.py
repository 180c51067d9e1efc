"""What follows for supervision when records are one woman, or not, or somebody is erased."""

from datetime import date

from django.db import transaction

from jinguo.campaigns.models import Finding, FindingStep, Supervisor, Visit
from jinguo.divisions.queries import latest
from jinguo.federations.models import Federation
from jinguo.federations.queries import units_of
from jinguo.records import actions as records
from jinguo.roster.actions.following import followed, note_followed
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """What she was to mend, and whom she supervises, is for the record that stays."""
    rows = Supervisor.objects.select_for_update().filter(person_id=gone_id)
    named = list(rows.values_list("pk", flat=True))
    note_followed(batch_id, "supervisor", named, kept_id=kept_id, gone_id=gone_id)
    Supervisor.objects.filter(pk__in=named).update(person_id=kept_id)
    numbers = list(
        Finding.objects.select_for_update().filter(owner_id=gone_id).values_list("pk", flat=True)
    )
    note_followed(batch_id, "finding", numbers, kept_id=kept_id, gone_id=gone_id)
    Finding.objects.filter(pk__in=numbers).update(owner_id=kept_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int) -> None:
    """What followed goes back."""
    named = followed(batch_id, "supervisor")
    Supervisor.objects.filter(pk__in=named, person_id=kept_id).update(person_id=gone_id)
    moved = followed(batch_id, "finding")
    Finding.objects.filter(pk__in=moved, owner_id=kept_id).update(owner_id=gone_id)


@transaction.atomic
def forget(*, person_id: int, name: str, day: date) -> None:
    """A woman is erased: visits to her units and to all below them name her no more.

    She may have been among the visitors, who come from the units above. Words have no number, so
    a name-sake there loses her name too.
    """
    own = Federation.objects.filter(
        pk__in=Appointment.objects.filter(person_id=person_id).values("federation_id")
    )
    reach = {one.pk for one in own}
    for one in own:
        reach |= {below.federation_id for below in units_of(latest(one.division_id), day)}
    for model in (Visit, Finding):
        records.forget(model, federation_ids=reach, name=name, instead=ERASED)
    if not name:
        return
    counties = {latest(one.division_id).code[:6] for one in own}
    for row in Supervisor.objects.select_related("campaign"):
        if name in row.who and latest(row.campaign.county_id).prefix in counties:
            who = row.who.replace(name, ERASED)[:60]
            Supervisor.objects.filter(pk=row.pk).update(who=who, person=None)
    for step in FindingStep.objects.filter(finding__federation_id__in=reach):
        if name in step.note:
            note = step.note.replace(name, ERASED)[:200]
            FindingStep.objects.filter(pk=step.pk).update(note=note)
