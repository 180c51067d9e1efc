"""The congresses of a reader's part of the tree."""

from dataclasses import dataclass
from datetime import date

from jinguo.divisions.queries import latest
from jinguo.divisions.rules.codes import bounds
from jinguo.elections.models import Congress
from jinguo.federations.queries import federation_name, newest_codes, units_within
from jinguo.kernel.actor import ELECT, VIEW, Actor


@dataclass(frozen=True, slots=True)
class CongressLine:
    """A congress in a list; ``state`` is ``open``, ``signed`` or ``off``."""

    id: int
    unit: str
    held_on: date
    state: str
    by_election: bool


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in which the reader may call a congress."""

    federation_id: int
    code: str
    name: str
    short: str


MOST = 200


def congresses(day: date, *, reader: Actor) -> list[CongressLine]:
    """The newest congresses that the reader may see, the open ones first."""
    found = list(
        Congress.objects.select_related("batch", "federation").order_by("-held_on", "-pk")[
            : MOST * 10
        ]
    )
    codes = newest_codes({one.federation_id for one in found})
    names = _names(reader.prefixes(VIEW), day)
    lines = [
        CongressLine(
            one.pk,
            names.get(one.federation_id) or _last_name(one),
            one.held_on,
            _state(one),
            one.by_election,
        )
        for one in found
        if reader.may(VIEW, codes[one.federation_id])
    ]
    return sorted(lines[:MOST], key=lambda line: line.state != "open")


def electing_units(day: date, *, reader: Actor) -> list[UnitLine]:
    """Units whose election the reader may hold, by code."""
    return [
        UnitLine(unit.federation_id, unit.code, unit.name, unit.place.short)
        for prefix in reader.prefixes(ELECT)
        for unit in units_within(*bounds(prefix), day)
    ]


def another_open(federation_id: int, *, but: int = 0) -> Congress | None:
    """The congress of the unit that is under way, other than this one."""
    found = Congress.objects.filter(
        federation_id=federation_id, signed_at__isnull=True, called_off_at__isnull=True
    )
    return found.exclude(pk=but).first()


def _names(prefixes: tuple[str, ...], day: date) -> dict[int, str]:
    return {
        unit.federation_id: unit.name
        for prefix in prefixes
        for unit in units_within(*bounds(prefix), day)
    }


def _last_name(one: Congress) -> str:
    """What a unit was called that is gone by now."""
    return federation_name(latest(one.federation.division_id))


def _state(one: Congress) -> str:
    if one.batch is not None and one.batch.undone_at is None:
        return "signed"
    return "open" if one.called_off_at is None else "off"
