"""Which of two neighbouring listings are the same places.

Certain matches are linked; what only looks alike is proposed; the rest stays apart.
"""

from collections.abc import Callable, Collection
from datetime import date

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Level
from jinguo.divisions.rules.codes import level_of
from jinguo.divisions.rules.dividing import divide
from jinguo.divisions.rules.islands import Chains, Decisions, Island, Proposal, fact
from jinguo.divisions.rules.names import corrected
from jinguo.divisions.rules.step import Step
from jinguo.divisions.rules.townships import match_townships
from jinguo.divisions.rules.villages import match_villages

ABOVE = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP)


def match(islands: list[Island], decisions: Decisions) -> tuple[Chains, list[Proposal]]:
    """Link the islands of one county's listings, in order of time.

    Townships are settled first, because a village is known by the place it lies under
    and not by the code of that place. Depends on nothing but the islands and the
    decisions, so the order in which lists were loaded cannot matter.
    """
    days = sorted({i.start for i in islands if i.start})
    above, proposals = _pass(Chains(islands), days, decisions, _match_above)
    chains, more = _pass(divide(above), days, decisions, _match_below)
    still_open = {
        (p.old, p.new): p
        for p in reversed([*proposals, *more])
        if p.old not in chains.followed and chains.first[p.new] is p.new
    }
    return chains, sorted(
        still_open.values(), key=lambda p: (p.new.start or date.min, p.new.code, p.old.code)
    )


def _pass(
    chains: Chains, days: list[date], decisions: Decisions, look: Callable[[Step], None]
) -> tuple[Chains, list[Proposal]]:
    proposals: list[Proposal] = []
    for day in days:
        step = Step(day, chains, decisions)
        look(step)
        proposals += step.proposals
    return chains, proposals


def _match_above(step: Step) -> None:
    for level in (Level.PROVINCE, Level.CITY):  # known by their code
        for old, new in list(step.pairs_of_code(level)):
            step.link(old, new)
    _decided(step, ABOVE)
    for level in (Level.COUNTY, Level.TOWNSHIP):
        _same_code(step, level)
    match_townships(step)
    _returned(step, ABOVE)


def _match_below(step: Step) -> None:
    _decided(step, (Level.VILLAGE,))
    _same_code(step, Level.VILLAGE)
    match_villages(step)
    _returned(step, (Level.VILLAGE,))


def _decided(step: Step, levels: Collection[int]) -> None:
    for was, becomes in sorted(step.decisions.same):
        new = step.after.get(becomes[0])
        if level_of(becomes[0]) not in levels or new not in step.began or fact(new) != becomes:
            continue
        for old in [*step.ended, *step.dormant]:
            if was in step.chains.facts[step.chains.first[old]]:
                step.link(old, new)
                break


def _same_code(step: Step, level: Level) -> None:
    """What kept its code, and for villages the place above too."""
    for old, new in list(step.pairs_of_code(level)):
        if old.stem == new.stem and step.at_home(old, new):
            step.link(old, new)
    for old, new in list(step.pairs_of_code(level)):
        if not step.at_home(old, new) or step.name_went(old) or step.name_came(new):
            continue  # this code is used anew
        if step.name_stays(old) or not corrected(old.stem, new.stem):
            step.propose(old, new, Reason.SAME_CODE)
        else:
            step.link(old, new)


def _returned(step: Step, levels: Collection[int]) -> None:
    """Places missing from a list in between keep their identity."""
    for new in [i for i in step.began if i.level in levels]:
        earlier = [
            old
            for old in step.dormant
            if old.code == new.code
            and old.stem == new.stem
            and step.back_home(old, new)
            and not step.decisions.forbids(old, new)
        ]
        if earlier:
            step.link(max(earlier, key=lambda i: i.until or step.day), new)
    for level in {Level.TOWNSHIP, Level.VILLAGE}.intersection(levels):
        olds = [i for i in step.dormant if i.level == level]
        news = [i for i in step.began if i.level == level]
        keys = step.under(step.home_at_end), step.under(step.home_after)
        for old, new in list(step.unique_pairs(olds, news, *keys)):
            step.link(old, new)
