"""What a committee must be made of (5+N), judged on any list of seats, sitting or proposed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from jinguo.roster.enums import Post


class SeatLike(Protocol):
    """What the rules look at; a sitting appointment or a row of a list."""

    @property
    def post(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def categories(self) -> Sequence[str]: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RuleFact:
    """One rule as data: ``kind`` with its numbers; ``category`` is a slug."""

    kind: str
    minimum: int | None = None
    maximum: int | None = None
    category: str = ""
    category_name: str = ""
    source: str = ""
    verified: bool = False

    @property
    def key(self) -> str:
        """The stable name other programs see, like ``category:mediator``."""
        return f"{self.kind}:{self.category}" if self.category else self.kind


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """One rule judged over ``committee``: who was counted, and how many are missing or too many."""

    rule: RuleFact
    ok: bool
    seats: tuple[SeatLike, ...]
    committee: Sequence[SeatLike]
    short: int = 0
    over: int = 0

    @property
    def counted(self) -> int:
        """How many of the committee the rule counts."""
        return len(self.seats)

    @property
    def title(self) -> str:
        """The rule in words."""
        return title(self.rule)

    @property
    def fix(self) -> str | None:
        """The smallest change that would satisfy the rule; ``None`` where it is satisfied."""
        if self.ok:
            return None
        return _smallest_change(self.rule, self.short, self.over, self.committee)


def judge(rules: Sequence[RuleFact], seats: Sequence[SeatLike]) -> list[RuleVerdict]:
    """A verdict for each rule over these committee seats, in the order of the rules."""
    return [_judge_one(rule, seats) for rule in rules]


def _judge_one(rule: RuleFact, seats: Sequence[SeatLike]) -> RuleVerdict:
    counted = tuple(seat for seat in seats if _counts(rule, seat))
    number = len(counted)
    short = max(0, (rule.minimum or 0) - number)
    over = max(0, number - rule.maximum) if rule.maximum is not None else 0
    odd_missing = rule.kind == "odd_seats" and number % 2 == 0
    ok = not (short or over or odd_missing)
    return RuleVerdict(rule, ok, counted, seats, short, over)


def _counts(rule: RuleFact, seat: SeatLike) -> bool:
    if rule.kind == "category":
        return rule.category in seat.categories
    if rule.kind == "chair":
        return seat.post == Post.CHAIR
    if rule.kind == "vice_chairs":
        return seat.post == Post.VICE_CHAIR
    return True


def title(rule: RuleFact) -> str:
    """The rule in words."""
    if rule.kind == "category":
        return _("At least one %(category)s") % {"category": rule.category_name}
    if rule.kind == "odd_seats":
        return _("An odd number of seats")
    names = {
        "chair": _("Chair"),
        "vice_chairs": _("Vice-chairs"),
        "seats": _("Executives"),
    }
    return _("%(what)s: %(bounds)s") % {"what": names[rule.kind], "bounds": _bounds(rule)}


def _bounds(rule: RuleFact) -> str:
    low, high = rule.minimum, rule.maximum
    if low == high:
        return _("exactly %(n)s") % {"n": low}
    if high is None:
        return _("at least %(n)s") % {"n": low}
    if low is None:
        return _("at most %(n)s") % {"n": high}
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def _smallest_change(rule: RuleFact, short: int, over: int, seats: Sequence[SeatLike]) -> str:
    if not seats:
        return _("Elect an executive committee first.")
    if rule.kind == "category":
        return _fill_category(rule, seats)
    if rule.kind == "chair":
        if short:
            return _("Elect one of the %(n)s sitting executives chair.") % {"n": len(seats)}
        return _("Let %(n)s of them go on as vice-chair or executive.") % {"n": over}
    if rule.kind == "vice_chairs":
        if short:
            return _("Elect %(n)s more of the sitting executives vice-chair.") % {"n": short}
        return _("Let %(n)s of them go on as executive.") % {"n": over}
    if rule.kind == "odd_seats":
        return _("Co-opt 1 executive.")
    if short:
        return _("Co-opt %(n)s executives.") % {"n": short}
    return _("Reduce the committee by %(n)s.") % {"n": over}


def _fill_category(rule: RuleFact, seats: Sequence[SeatLike]) -> str:
    free = [seat.name for seat in seats if not seat.categories]
    words = {"category": rule.category_name, "names": "、".join(free[:3])}
    if free:
        return _("Give %(category)s to one of the sitting executives, such as %(names)s.") % words
    return _("Give %(category)s to one of the sitting executives, or co-opt one.") % words
