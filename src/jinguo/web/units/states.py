"""The state of each village on a day, as the small squares show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.federations.queries import Unit
from jinguo.roster.queries.composition import UnitVerdict
from jinguo.roster.queries.summaries import UnitSummary


class State(StrEnum):
    """From best to gone; the value is the class of the square."""

    GOOD = "good"
    WARN = "warn"
    NONE = "none"
    CLOSED = "closed"


WORDS: dict[State, str | Promise] = {
    State.GOOD: _("Sits, composition in order"),
    State.WARN: _("Sits, composition not in order"),
    State.NONE: _("Not yet founded"),
    State.CLOSED: _("No federation on this day"),
}
SIGNS = {State.GOOD: "", State.WARN: "!", State.NONE: "", State.CLOSED: "×"}


@dataclass(frozen=True, slots=True)
class Square:
    """A place with its state, its sign, and the words for both."""

    place: Place
    state: State
    unit: Unit | None
    summary: UnitSummary | None
    verdict: UnitVerdict | None

    @property
    def sign(self) -> str:
        """What tells the state without colour."""
        return SIGNS[self.state]

    @property
    def words(self) -> str | Promise:
        """The state in words."""
        return WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Tile:
    """A township with the squares of its villages."""

    head: Square
    squares: list[Square]

    @property
    def sitting(self) -> int:
        """How many of its village federations sit."""
        return sum(square.state in (State.GOOD, State.WARN) for square in self.squares)


def squares(
    places: Iterable[Place],
    units: Iterable[Unit],
    verdicts: Iterable[UnitVerdict],
    summaries: Mapping[int, UnitSummary],
) -> list[Square]:
    """One square a place, in the order of the places. Before a county is open, none is founded."""
    unit_of = {unit.place.division_id: unit for unit in units}
    verdict_of = {verdict.unit.federation_id: verdict for verdict in verdicts}
    made = []
    for place in places:
        unit = unit_of.get(place.division_id)
        number = unit.federation_id if unit else 0
        summary, verdict = summaries.get(number), verdict_of.get(number)
        state = _state(unit, summary, verdict) if unit_of else State.NONE
        made.append(Square(place, state, unit, summary, verdict))
    return made


def tiles(all_squares: Iterable[Square]) -> list[Tile]:
    """Townships with their villages."""
    heads: dict[int, Tile] = {}
    rest = []
    for square in all_squares:
        if square.place.level == Level.TOWNSHIP:
            heads[square.place.division_id] = Tile(square, [])
        elif square.place.level == Level.VILLAGE:
            rest.append(square)
    for square in rest:
        tile = heads.get(square.place.parent_id or 0)
        if tile:
            tile.squares.append(square)
    return list(heads.values())


def _state(unit: Unit | None, summary: UnitSummary | None, verdict: UnitVerdict | None) -> State:
    if summary is None or not summary.executives:
        return State.NONE if unit else State.CLOSED
    fine = verdict is None or all(rule.ok for rule in verdict.rules)
    return State.GOOD if fine else State.WARN
