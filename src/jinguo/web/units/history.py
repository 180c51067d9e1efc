"""A unit's history as a line in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from jinguo.divisions.queries import Place
from jinguo.federations.models import Predecessor
from jinguo.federations.queries import Unit


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a unit; ``day`` is empty for what held from the beginning."""

    day: date | None
    text: str
    ahead: bool = False


def history_line(
    unit: Unit | None, versions: Sequence[Place], founded: date | None, day: date
) -> list[Event]:
    """Predecessor, founding, new names and codes, closing; oldest first."""
    events = []
    if unit and unit.predecessor == Predecessor.CONGRESS_COMMITTEE:
        events.append(Event(None, _("Women's congress committee")))
    if founded:
        text = _("Federation founded: the executive committee sits")
        if unit and unit.predecessor:
            text = _("The women's congress committee becomes a federation")
        events.append(Event(founded, text, founded > day))
    for before, after in pairwise(versions):
        events += _changes(before, after, day)
    if unit and unit.closed_on:
        events.append(Event(unit.closed_on, _("Federation closed"), unit.closed_on > day))
    return sorted(events, key=lambda event: event.day or date.min)


def _changes(before: Place, after: Place, day: date) -> list[Event]:
    since = after.valid_from
    ahead = since is not None and since > day
    found = []
    if before.name != after.name:
        words = {"old": before.name, "new": after.name}
        found.append(Event(since, _("Renamed: %(old)s → %(new)s") % words, ahead))
    if before.prefix != after.prefix:
        words = {"old": before.prefix, "new": after.prefix}
        found.append(Event(since, _("New code: %(old)s → %(new)s") % words, ahead))
    return found
