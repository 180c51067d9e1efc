"""Figures counted in plain Python over all appointments and all versions of all places."""

from collections import defaultdict
from datetime import date
from typing import Any

from jinguo.divisions.models import Version
from jinguo.federations.models import Federation
from jinguo.roster.models import Appointment

EXECUTIVE = {"chair", "vice_chair", "standing", "executive"}
KINDS = {"full_time": "full_time", "part_time": "part_time", "seconded": "seconded", "": "unstated"}


class HandCount:
    """Everything recorded, loaded once."""

    def __init__(self) -> None:
        self._versions = list(Version.objects.all())
        self._federations = list(Federation.objects.all())
        self._by_unit: dict[int, list[Appointment]] = defaultdict(list)
        for one in Appointment.objects.all():
            if one.post in EXECUTIVE:
                self._by_unit[one.federation_id].append(one)

    def figures(
        self, code: str, day: date, compare: date | None
    ) -> dict[int, dict[str, Any]] | None:
        """Level → every figure of the unit; ``None`` where the code means nothing on the day."""
        places = [one for one in self._versions if _holds(one, day)]
        if not any(one.code == code.ljust(12, "0") for one in places):
            return None
        units = {
            one.division_id: one
            for one in self._federations
            if one.closed_on is None or day < one.closed_on
        }
        return {
            level: _level(
                [one for one in places if one.code.startswith(code) and one.level == level],
                units, self._by_unit, day, compare,
            )
            for level in (4, 5)
        }  # fmt: skip


def _level(
    places: list[Any], units: dict[int, Any], by_unit: dict[int, list[Any]], day: date,
    compare: date | None,
) -> dict[str, Any]:  # fmt: skip
    federations = [units[one.division_id] for one in places if one.division_id in units]
    sat = [one for one in federations if any(a.starts_on <= day for a in by_unit[one.pk])]
    seats = [a for one in federations for a in by_unit[one.pk] if _covers(a, day)]
    vice = [a for a in seats if a.post == "vice_chair"]
    part = [a for a in vice if a.kind == "part_time"]
    found: dict[str, Any] = {
        "due": len(places),
        "federations": len(sat),
        "executives": len(seats),
        "chairs": sum(a.post == "chair" for a in seats),
        "vice_chairs": len(vice),
        "people": len({a.person_id for a in seats}),
        "new_executives": None,
        "new_part_time_vice_chairs": None,
        "executives_per_federation": _average(len(seats), len(sat)),
        "vice_chairs_per_federation": _average(len(vice), len(sat)),
        "coverage": _tenths(100 * len(sat), len(places), "%"),
    }
    for kind, name in KINDS.items():
        found[f"{name}_vice_chairs"] = sum(a.kind == kind for a in vice)
    if compare is not None:
        then = [a for one in by_unit.values() for a in one if _covers(a, compare)]
        sat_then = {(a.person_id, a.federation_id) for a in then}
        part_then = {
            (a.person_id, a.federation_id)
            for a in then
            if a.post == "vice_chair" and a.kind == "part_time"
        }
        found["new_executives"] = sum((a.person_id, a.federation_id) not in sat_then for a in seats)
        found["new_part_time_vice_chairs"] = sum(
            (a.person_id, a.federation_id) not in part_then for a in part
        )
    return found


def _holds(version: Any, day: date) -> bool:
    return (version.valid_from is None or version.valid_from <= day) and (
        version.valid_until is None or day < version.valid_until
    )


def _covers(seat: Any, day: date) -> bool:
    return bool(seat.starts_on <= day and (seat.ends_on is None or day < seat.ends_on))


def _average(count: int, units: int) -> str | None:
    return _tenths(count, units, "")


def _tenths(count: int, units: int, sign: str) -> str | None:
    if not units:
        return None
    tenths = (20 * count + units) // (2 * units)
    return f"{tenths // 10}.{tenths % 10}{sign}"
