"""Who supervises a unit: whoever keeps the records of the level above it."""

from jinguo.campaigns.actions.reviewing import may_review
from jinguo.campaigns.errors import SupervisionForbidden
from jinguo.divisions.queries import Place, latest
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import RECORD, Actor

may_supervise = may_review
"""The same who accepts its evidence: the unit itself does neither."""


def supervised(federation_id: int, by: Actor) -> Place:
    """The unit as it is today, for whoever supervises it. Raises ``SupervisionForbidden``."""
    found = Federation.objects.filter(pk=federation_id).first()
    unit = latest(found.division_id) if found else None
    if unit is None or not may_supervise(by, unit):
        name, code = (federation_name(unit), unit.code) if unit else (str(federation_id), "")
        raise SupervisionForbidden(unit=name).asked(by, RECORD, "unit", code, code)
    return unit
