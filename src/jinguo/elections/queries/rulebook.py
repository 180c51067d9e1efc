"""Which rules of elections hold for a unit on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Q
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


def rule_book(code: str, level: int, day: date) -> RuleBook:
    """The rules for a unit with this code on a day: the nearest set, completed by the default."""
    held = ElectionRuleSet.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=day),
        Q(valid_until__isnull=True) | Q(valid_until__gt=day),
    ).order_by(Length("prefix").desc(), "-valid_from")
    sets = [one for one in held.prefetch_related("rules") if code.startswith(one.prefix)]
    rules = [
        rule
        for one in sets
        for rule in sorted(one.rules.all(), key=lambda rule: rule.level is None)
        if rule.level in (None, level)
    ]
    return RuleBook(sets[0].name, sets[0].source, sets[0].verified, rules)


def default_standards(day: date) -> Standards:
    """The default set's rules for a village, as a count file takes them that states none."""
    return rule_book("", Level.VILLAGE, day).standards
