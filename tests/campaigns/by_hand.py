"""Gates reckoned in plain Python from what was put on record, as the issue says it.

The made-up world: 石桥村 and 东山村 have good committees since 2018-03-01, 大坪村 one without a
chair, until it co-opts her. 东山村 is on the list of 2017 only, 胜利村 from 2019-10-31 on, of which
no roster came; somebody may say that the two are one place, and take it back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

LISTED, SECOND_LIST = date(2018, 3, 1), date(2019, 10, 31)
EAST, VICTORY, STONE, FLAT, ONE = "东山村", "胜利村", "石桥村", "大坪村", "东山村即胜利村"
ORGANISATION = ("co_option", "filing")
GATES = {"organisation": ORGANISATION, **{one: (one,) for one in ("plaque", "group", "activity")}}


@dataclass
class Paper:
    """Something put on record of a village: ``kind`` of it, ``number`` there, ``day`` of it."""

    kind: str
    number: int
    village: str
    day: date
    until: date | None = None
    shown: bool = True
    struck: bool = False


@dataclass(frozen=True)
class Word:
    """What the level above said of a paper on a day."""

    campaign: str
    paper: Paper
    verdict: str
    day: date


@dataclass(frozen=True)
class Asked:
    """A campaign: its short name, whom it asks, until when."""

    slug: str
    villages: tuple[str, ...]
    due: date


Line = tuple[dict[str, str | None], list[str], list[str], list[str]]
"""Gate → day it closed; gates that are overdue, returned, accepted."""


@dataclass
class World:
    """All that is on record."""

    papers: list[Paper] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    one_place: bool = False
    ever_one: bool = False
    merged_on: date | None = None

    def who(self, village: str) -> str:
        """Under which name things of a village are found now."""
        return ONE if self.one_place and village in (EAST, VICTORY) else village

    def join(self) -> None:
        """东山村 and 胜利村 are one."""
        self.one_place = self.ever_one = True
        for one in self.papers:
            one.village = self.who(one.village)

    def part(self) -> None:
        """They are two: each has what is of its days."""
        self.one_place = False
        for one in self.papers:
            if one.village == ONE:
                one.village = EAST if one.day < SECOND_LIST else VICTORY

    def standing(self, village: str, kind: str) -> Iterator[Paper]:
        """What counts of a village."""
        for one in self.papers:
            if one.village == self.who(village) and one.kind == kind and not one.struck:
                yield one

    def sits(self, village: str, day: date) -> bool:
        """Whether a committee sits there by the roster.

        Women who sat in the one place go on in the later one where the two are parted again.
        """
        if self.who(village) == VICTORY:
            return self.ever_one and day >= SECOND_LIST
        return day >= LISTED

    def fits(self, village: str, day: date) -> bool:
        """Whether its committee is as the rules want it: in this world, whether it has a chair."""
        if village == FLAT:
            return any(one.day <= day for one in self.standing(FLAT, "co_option"))
        return self.sits(village, day)

    def proofs(self, village: str, day: date) -> dict[str, Paper]:
        """The gates closed on a day, each with its earliest proof."""
        founded = [
            one.day
            for kind in ORGANISATION
            for one in self.standing(village, kind)
            if one.day <= day
        ]
        found = {}
        for gate, kinds in GATES.items():
            good = [
                one
                for kind in kinds
                for one in self.standing(village, kind)
                if one.day <= day and (one.until is None or day < one.until)
                if one.kind != "plaque" or one.shown
                if one.kind != "activity" or (founded and min(founded) <= one.day)
                if one.kind not in ORGANISATION or self.fits(village, one.day)
            ]
            if good:
                found[gate] = min(good, key=lambda one: (one.day, one.kind, one.number))
        return found

    def lines(self, campaign: Asked, day: date) -> dict[str, Line]:
        """What the campaign should show on a day, by village."""
        found = {}
        for village in campaign.villages:
            if (name := self._stands(village, day)) is not None:
                found[name] = self._line(campaign, village, day)
        return found

    def _stands(self, village: str, day: date) -> str | None:
        if village == FLAT and self.merged_on and day >= self.merged_on:
            return None
        if village not in (EAST, VICTORY):
            return village
        of_the_day = EAST if day < SECOND_LIST else VICTORY
        return of_the_day if self.one_place or village == of_the_day else None

    def _line(self, campaign: Asked, village: str, day: date) -> Line:
        proofs = self.proofs(village, day)
        said: dict[str, str] = {}
        for word in sorted(self.words, key=lambda one: one.day):
            for gate, paper in proofs.items():
                if word.paper is paper and word.campaign == campaign.slug and word.day <= day:
                    said[gate] = word.verdict
        return (
            {gate: proofs[gate].day.isoformat() if gate in proofs else None for gate in GATES},
            [gate for gate in GATES if gate not in proofs and day > campaign.due],
            [gate for gate in GATES if said.get(gate) == "returned"],
            [gate for gate in GATES if said.get(gate) == "accepted"],
        )
