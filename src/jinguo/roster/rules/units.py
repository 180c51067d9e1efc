"""Which unit a text on a roster means.

A unit is looked up under every name its place ever had, with or without the
county's and the township's name before it and 妇联 behind it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.kernel.periods import Period
from jinguo.kernel.text import fold
from jinguo.roster.rules.near_names import NearNames
from jinguo.roster.rules.unit_names import organisations, spellings, strong_forms, weak_forms

_TOWNSHIP_ITSELF = {
    prefix + kind + suffix
    for prefix in ("", "本")
    for kind in ("乡", "镇", "乡镇", "街道", "乡镇街道")
    for suffix in ("", "本级", "机关")
} | {"本级"}
"""What a township's own list calls the township: 「镇妇联」."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Places a text may mean: one is an answer, several a question, none unknown."""

    division_ids: tuple[int, ...]
    nearest: tuple[str, ...] = ()

    @property
    def division_id(self) -> int | None:
        """The one place meant, if it is one."""
        return self.division_ids[0] if len(self.division_ids) == 1 else None


def exists_on(place: Place, day: date) -> bool:
    """Whether this version of a place holds on the day."""
    return day in Period(place.valid_from, place.valid_until)


class UnitIndex:
    """All units of one county under all their names."""

    def __init__(self, places: Iterable[Place], above: Iterable[str] = ()) -> None:
        """``places``: every version of every place of the county; ``above``: names of
        the county, its city and its province, which may stand before a unit's name."""
        self.places: dict[int, list[Place]] = defaultdict(list)
        self._strong: dict[str, set[int]] = defaultdict(set)
        self._weak: dict[str, set[int]] = defaultdict(set)
        self._townships: dict[str, set[int]] = defaultdict(set)
        self._prefixes: dict[str, set[int]] = defaultdict(set)
        self._above = sorted({fold(name) for name in above}, key=len, reverse=True)
        for place in places:
            self.places[place.division_id].append(place)
            name = fold(place.name)
            for form in strong_forms(name, place.level):
                self._strong[form].add(place.division_id)
                if place.level == Level.TOWNSHIP:
                    self._townships[form].add(place.division_id)
                    self._prefixes[form].add(place.division_id)
            for form in weak_forms(name, place.level):
                self._weak[form].add(place.division_id)
                if place.level == Level.TOWNSHIP:
                    self._prefixes[form].add(place.division_id)
        for versions in self.places.values():
            versions.sort(key=lambda place: place.valid_from or date.min)
        self._township_forms = sorted(self._townships, key=len, reverse=True)
        self._longest_prefix = max(map(len, self._prefixes), default=0)
        self._near: dict[frozenset[int], tuple[NearNames, dict[str, str]]] = {}

    def resolve(self, text: str, townships: frozenset[int] = frozenset()) -> Resolution:
        """The unit that ``text`` means; ``townships`` are preferred where names repeat."""
        names = [self._below_county(name) for name in spellings(text)]
        several = self._several(text, townships)
        if several:
            return several
        if townships and names and names[0] in _TOWNSHIP_ITSELF:
            return Resolution(tuple(sorted(townships)))
        for forms in (self._strong, self._weak):
            for position, name in enumerate(names):
                found = forms.get(name, set()) or self._behind_township(name, forms)
                if found:
                    hints = self._hinted(names[position + 1 :]) or townships
                    return Resolution(tuple(sorted(self._preferred(found, hints))))
        return Resolution((), self._nearest(names[0], townships) if names else ())

    def _several(self, text: str, townships: frozenset[int]) -> Resolution | None:
        """A text that names two units side by side means neither of them alone."""
        named = organisations(text)
        if len(named) < 2:
            return None
        found = {one for name in named for one in self.resolve(name, townships).division_ids}
        return Resolution(tuple(sorted(found))) if len(found) > 1 else None

    def _hinted(self, names: list[str]) -> frozenset[int]:
        """Townships named beside the unit, as in 「石下村（林畲乡）」."""
        return frozenset(one for name in names for one in self._townships.get(name, ()))

    def townships_in(self, text: str) -> frozenset[int]:
        """Townships whose full name stands in a title or file name (the longest that fits)."""
        folded = fold(text)
        for form in self._township_forms:
            if form in folded:
                return frozenset(self._townships[form])
        return frozenset()

    def lies_in(self, division_id: int, townships: frozenset[int]) -> bool:
        """Whether a place is one of these townships or ever lay in one of them."""
        return division_id in townships or any(
            place.parent_id in townships for place in self.places[division_id]
        )

    def label(self, division_id: int) -> str:
        """A name that tells a place from its namesakes: 林畲镇石下村."""
        newest = self.places[division_id][-1]
        if newest.level == Level.VILLAGE and newest.parent_id in self.places:
            return f"{self.places[newest.parent_id][-1].short}{newest.short}"
        return newest.short

    def on(self, division_id: int, day: date) -> Place:
        """What a place was called on a day, else what it was called last."""
        versions = self.places[division_id]
        return next((one for one in versions if exists_on(one, day)), versions[-1])

    def _below_county(self, text: str) -> str:
        shortened = True
        while shortened:
            shortened = False
            for name in self._above:
                if text.startswith(name) and len(text) > len(name):
                    text = text[len(name) :]
                    shortened = True
        return text

    def _behind_township(self, text: str, forms: dict[str, set[int]]) -> set[int]:
        for end in range(min(self._longest_prefix, len(text) - 1), 0, -1):
            townships = frozenset(self._prefixes.get(text[:end], ()))
            found = forms.get(text[end:], set()) if townships else set()
            inside = {one for one in found if self.lies_in(one, townships)}
            if inside:
                return inside
        return set()

    def _preferred(self, found: set[int], townships: frozenset[int]) -> set[int]:
        inside = {one for one in found if self.lies_in(one, townships)}
        return inside or found

    def _nearest(self, text: str, townships: frozenset[int]) -> tuple[str, ...]:
        if townships not in self._near:
            labels = {
                places[-1].short: self.label(division_id)
                for division_id, places in self.places.items()
                if not townships or self.lies_in(division_id, townships)
            }
            self._near[townships] = NearNames(labels), labels
        near, labels = self._near[townships]
        return tuple(labels[short] for short in near.to(text))
