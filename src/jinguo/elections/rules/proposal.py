"""The verdict on the composition (5+N) of a list that is only proposed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jinguo.roster.rules.composition import RuleFact, RuleVerdict, SeatLike, judge

OF_THE_WHOLE = ("seats", "odd_seats")


@dataclass(frozen=True, slots=True)
class ProposedSeat:
    """A candidate as the rules of composition look at her."""

    name: str
    post: str
    kind: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalVerdict:
    """One rule over the candidates; ``fix`` is the smallest change of the list that helps.

    ``risk`` says whose election the rule hangs on: more candidates may lose than carry it.
    """

    verdict: RuleVerdict
    fix: str
    risk: str

    @property
    def ok(self) -> bool:
        """Whether the list meets the rule."""
        return self.verdict.ok


def judge_proposal(
    rules: Sequence[RuleFact], candidates: Sequence[SeatLike], seats: int
) -> list[ProposalVerdict]:
    """A verdict for each rule over the candidates for so many seats.

    Rules about the size of the committee look at the seats, for some candidates will lose.
    """
    found = []
    for rule in rules:
        counted = candidates[:seats] if rule.kind in OF_THE_WHOLE else candidates
        verdict = judge([rule], counted)[0]
        losing = max(len(candidates) - seats, 0)
        found.append(ProposalVerdict(verdict, _fix(verdict, candidates), _risk(verdict, losing)))
    return found


def _fix(verdict: RuleVerdict, candidates: Sequence[SeatLike]) -> str:
    if verdict.ok:
        return ""
    rule = verdict.rule
    words = {"n": verdict.short or verdict.over, "category": rule.category_name}
    if rule.kind == "category":
        free = [one.name for one in candidates if not one.categories][:3]
        words["names"] = _(", ").join(free)
        if free:
            return _("Nominate one, or give it to a candidate such as %(names)s.") % words
        return _("Nominate one, or give it to one of the candidates.")
    if rule.kind == "chair":
        short, over = _("Propose one candidate as chair."), _("Propose only one as chair.")
    elif rule.kind == "vice_chairs":
        short = _("Propose %(n)s more as vice-chair.")
        over = _("Propose %(n)s of them as executive only.")
    elif rule.kind == "odd_seats":
        return _("Elect one member more or fewer.")
    else:
        short, over = _("Elect %(n)s members more."), _("Elect %(n)s members fewer.")
    return (short if verdict.short else over) % words


def _risk(verdict: RuleVerdict, losing: int) -> str:
    rule = verdict.rule
    carriers = [seat.name for seat in verdict.seats]
    if rule.kind != "category" or not verdict.ok or len(carriers) > losing:
        return ""
    least = rule.minimum or 1
    text = (
        _("It hangs on %(names)s being elected.")
        if len(carriers) <= least
        else _("At least %(n)s of %(names)s must be elected.")
    )
    return text % {"names": _(", ").join(carriers), "n": least}
