"""Which rules of elections hold for a unit on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import F
from django.db.models.functions import Length

from jinguo.divisions.models import Level
from jinguo.elections.enums import Base, RuleKind
from jinguo.elections.models import ElectionRule, ElectionRuleSet
from jinguo.elections.rules.shares import Difference, Share
from jinguo.elections.rules.standards import Standards


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of elections in force: the set's name and source, and the rules by kind."""

    name: str
    source: str
    verified: bool
    rules: Sequence[ElectionRule]

    @property
    def standards(self) -> Standards:
        """What a vote is counted by."""
        quorum, majority = self.rule(RuleKind.QUORUM), self.rule(RuleKind.MAJORITY)
        difference = self.rule(RuleKind.DIFFERENCE)
        return Standards(
            quorum=Share(Fraction(quorum.share), quorum.more_than),
            majority=Share(Fraction(majority.share), majority.more_than),
            base=Base(majority.base or Base.DUE),
            difference=Difference(
                at_least=difference.minimum or 0,
                ratio=Fraction(difference.share or 0),
                rounding=difference.rounding or "up",
            ),
        )

    def rule(self, kind: RuleKind) -> ElectionRule:
        """The rule of a kind; one of the unit's own level before one of every level."""
        return next(one for one in self.rules if one.kind == kind)

    def bounds(self, kind: RuleKind) -> tuple[int | None, int | None]:
        """Least and most of a kind; ``None`` where the rules do not say."""
        found = next((one for one in self.rules if one.kind == kind), None)
        return (found.minimum, found.maximum) if found else (None, None)


@dataclass(frozen=True, slots=True)
class RuleShelf:
    """Every rule set there is, so that many units and days are looked up with two queries."""

    sets: Sequence[ElectionRuleSet]

    def book(self, code: str, level: int, day: date) -> RuleBook:
        """The rules for a unit with this code on a day: the nearest set, completed by the rest."""
        held = [one for one in self.sets if code.startswith(one.prefix) and _holds(one, day)]
        rules = [
            rule
            for one in held
            for rule in sorted(one.rules.all(), key=lambda rule: rule.level is None)
            if rule.level in (None, level)
        ]
        return RuleBook(held[0].name, held[0].source, held[0].verified, rules)


def rule_shelf() -> RuleShelf:
    """All rule sets, the nearest and newest first; two queries."""
    newest = F("valid_from").desc(nulls_last=True)
    found = ElectionRuleSet.objects.order_by(Length("prefix").desc(), newest)
    return RuleShelf(list(found.prefetch_related("rules")))


def rule_book(code: str, level: int, day: date) -> RuleBook:
    """The rules for a unit with this code on a day."""
    return rule_shelf().book(code, level, day)


def default_standards(day: date) -> Standards:
    """The default set's rules for a village, as a count file takes them that states none."""
    return rule_book("", Level.VILLAGE, day).standards


def _holds(one: ElectionRuleSet, day: date) -> bool:
    begun = one.valid_from is None or one.valid_from <= day
    return begun and (one.valid_until is None or day < one.valid_until)
