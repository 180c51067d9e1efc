"""Moving a unit's records to another unit that turned out to be the same."""

from django.db import transaction

from jinguo.roster.models import Appointment, Term


@transaction.atomic
def join_units(*, kept_id: int, gone_id: int) -> None:
    """Appointments and terms of ``gone_id`` become those of ``kept_id``.

    A seat that both already know is kept once.
    """
    known = set(
        Appointment.objects.filter(federation_id=kept_id).values_list("person_id", "starts_on")
    )
    for appointment in Appointment.objects.select_for_update().filter(federation_id=gone_id):
        if (appointment.person_id, appointment.starts_on) in known:
            appointment.delete()
        else:
            appointment.federation_id = kept_id
            appointment.save(update_fields=["federation"])
    days = Term.objects.filter(federation_id=kept_id).values_list("starts_on", flat=True)
    Term.objects.filter(federation_id=gone_id, starts_on__in=list(days)).delete()
    Term.objects.filter(federation_id=gone_id).update(federation_id=kept_id)
