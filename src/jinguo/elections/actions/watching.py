"""Who watches and counts the votes (总监票人、监票人、计票人)."""

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from jinguo.elections.actions.opening import noted, taken
from jinguo.elections.enums import Duty
from jinguo.elections.errors import CandidateCounts, InUse
from jinguo.elections.models import Scrutineer
from jinguo.kernel.actor import Actor
from jinguo.kernel.text import fold


@transaction.atomic
def set_scrutineer(*, congress_id: int, name: str, duty: Duty, by: Actor) -> None:
    """Give somebody a duty at the count, or another one. Raises ``CandidateCounts``."""
    file = taken(congress_id, by)
    if any(fold(one.name) == fold(name) for one in file.everybody):
        raise CandidateCounts(name=name)
    Scrutineer.objects.update_or_create(congress=file.congress, name=name, defaults={"duty": duty})
    noted(file, by, "scrutineer_set", name=name, duty=duty)


@transaction.atomic
def remove_scrutineer(*, congress_id: int, scrutineer_id: int, by: Actor) -> None:
    """Take somebody off the count. Raises ``InUse`` where she has a sheet."""
    file = taken(congress_id, by)
    for one in Scrutineer.objects.filter(congress=file.congress, pk=scrutineer_id):
        try:
            one.delete()
        except ProtectedError as error:
            why = _("%(name)s has a count sheet. Take her sheet out first.")
            raise InUse(why=why % {"name": one.name}) from error
        noted(file, by, "scrutineer_removed", name=one.name)
