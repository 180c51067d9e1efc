"""What congresses keep of a woman who is erased: votes and counts stay, her name goes."""

from django.db import transaction
from django.db.models import Q

from jinguo.elections.errors import StandsForElection
from jinguo.elections.models import Candidate, Congress, Delegate, Scrutineer
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED

FACTS = ("ethnicity", "political_status", "education", "occupation", "recommended_by")


@transaction.atomic
def forget(*, person_id: int, name: str) -> None:
    """Empty her candidacies; delegates and scrutineers of her name in her units lose it too.

    Delegates have no number, so a name-sake of her units may lose hers; the counts stay. Raises
    ``StandsForElection`` while she is a candidate of a congress that is not over.
    """
    units = Appointment.objects.filter(person_id=person_id).values("federation_id")
    congresses = Congress.objects.filter(federation_id__in=units)
    hers = Candidate.objects.filter(
        Q(person_id=person_id) | Q(person__isnull=True, name=name, congress__in=congresses)
    )
    waiting = hers.filter(congress__signed_at__isnull=True, congress__called_off_at__isnull=True)
    if (one := waiting.select_related("congress").first()) is not None:
        raise StandsForElection(day=one.congress.held_on)
    for candidate in hers:
        candidate.name, candidate.birth_month = _placeholder(candidate.pk), None
        for fact in FACTS:
            setattr(candidate, fact, "")
        candidate.save()
    for model in (Delegate, Scrutineer):
        for named in model.objects.filter(congress__in=congresses, name=name):
            model.objects.filter(pk=named.pk).update(name=_placeholder(named.pk))


def _placeholder(number: int) -> str:
    """Names are told apart within a congress, and so are erased ones."""
    return f"{ERASED}{number}"
