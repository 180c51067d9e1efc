"""How units are reminded on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import F
from django.db.models.functions import Length

from jinguo.delivery.models import DeliveryRule
from jinguo.delivery.rules.manners import Manner


@dataclass(frozen=True, slots=True)
class MannerShelf:
    """Every rule there is, so that many units are looked up with one query."""

    rules: Sequence[DeliveryRule]

    def rule(self, code: str, day: date) -> DeliveryRule:
        """The rule for a unit with this code on a day: the nearest, then the newest."""
        return next(
            one
            for one in self.rules
            if code.startswith(one.prefix) and (one.valid_from is None or one.valid_from <= day)
        )

    def manner(self, code: str, day: date) -> Manner:
        """Quiet hours and cap of a unit on a day."""
        return manner_of(self.rule(code, day))

    def all_quiet(self, at: time) -> bool:
        """Whether nobody at all is to be disturbed at this time of the day."""
        return all(manner_of(one).quiet(at) for one in self.rules)


def manner_of(rule: DeliveryRule) -> Manner:
    """What a rule says."""
    return Manner(rule.quiet_from, rule.quiet_until, rule.weekly_cap)


def manner_shelf() -> MannerShelf:
    """All rules, the nearest and newest first; one query."""
    newest = F("valid_from").desc(nulls_last=True)
    return MannerShelf(list(DeliveryRule.objects.order_by(Length("prefix").desc(), newest)))
