"""When the four gates of a unit are closed, from nothing but the records that prove them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jinguo.campaigns.enums import Gate, Proof


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record that may prove a gate from ``day`` on, before ``until`` where it ends (a group).

    ``holds`` says whether it proves what it is for: a committee that breaks the rules of
    composition founds a unit, but does not close the gate.
    """

    gate: Gate
    proof: Proof
    record_id: int
    day: date
    until: date | None = None
    holds: bool = True

    def stands_on(self, day: date) -> bool:
        """Whether it stands on a day: from ≤ day < until."""
        return self.day <= day and (self.until is None or day < self.until)


Closed = Mapping[Gate, Evidence]
"""Each gate that is closed, with the record that closed it."""


def closed(evidence: Iterable[Evidence], day: date) -> dict[Gate, Evidence]:
    """The gates closed on a day, each by its earliest record.

    An activity proves something only from the day on which the unit was founded by an election,
    a co-option or a filed result (开展活动 after 建组织), whatever its composition.
    """
    standing = sorted(
        (one for one in evidence if one.stands_on(day)),
        key=lambda one: (one.day, one.proof, one.record_id),
    )
    founded = next((one.day for one in standing if one.gate is Gate.ORGANISATION), None)
    found: dict[Gate, Evidence] = {}
    for one in standing:
        too_early = one.gate is Gate.ACTIVITY and (founded is None or one.day < founded)
        if one.holds and not too_early:
            found.setdefault(one.gate, one)
    return {gate: found[gate] for gate in Gate if gate in found}


def stirs(evidence: Iterable[Evidence]) -> set[date]:
    """The days on which what is closed may be other than on the day before."""
    return {day for one in evidence for day in (one.day, one.until) if day is not None}


def done_on(gates: Closed) -> date | None:
    """The day on which the last of the four closed; ``None`` where one is open."""
    return max(one.day for one in gates.values()) if len(gates) == len(Gate) else None
