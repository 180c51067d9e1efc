"""Which of two neighbouring listings are the same places.

Certain matches are linked; what only looks alike is proposed; the rest stays apart.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date

from jinguo.divisions.models import Level
from jinguo.divisions.rules.islands import Chains, Decisions, Island, Proposal, Reason, fact
from jinguo.divisions.rules.names import close
from jinguo.divisions.rules.step import Key, Step


def match(islands: list[Island], decisions: Decisions) -> tuple[Chains, list[Proposal]]:
    """Link the islands of one county's listings, in order of time.

    Depends on nothing but the islands and the decisions, so the order in which
    lists were loaded cannot matter.
    """
    chains = Chains(islands)
    proposals: list[Proposal] = []
    for day in sorted({i.start for i in islands if i.start}):
        step = Step(day, chains, decisions)
        _upper(step)
        _decided(step)
        for level in (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE):
            _same_code(step, level)
        _townships(step)
        _villages(step)
        _returned(step)
        proposals += step.proposals
    still_open = {
        (p.old, p.new): p
        for p in reversed(proposals)
        if p.old not in chains.followed and chains.first[p.new] is p.new
    }
    return chains, sorted(
        still_open.values(), key=lambda p: (p.new.start or date.min, p.new.code, p.old.code)
    )


def _upper(step: Step) -> None:
    """Provinces and cities are known by their code."""
    for level in (Level.PROVINCE, Level.CITY):
        for old, new in list(step.pairs_of_code(level)):
            step.link(old, new)


def _decided(step: Step) -> None:
    for was, becomes in sorted(step.decisions.same):
        new = step.after.get(becomes[0])
        if new not in step.began or fact(new) != becomes:
            continue
        for old in [*step.ended, *step.dormant]:
            if was in step.chains.facts[step.chains.first[old]]:
                step.link(old, new)
                break


def _same_code(step: Step, level: Level) -> None:
    for old, new in list(step.pairs_of_code(level)):
        if old.stem == new.stem:
            step.link(old, new)
    for old, new in list(step.pairs_of_code(level)):
        if step.name_went(old) or step.name_came(new):
            continue  # this code is used anew
        if step.name_stays(old) or not close(old.stem, new.stem):
            step.propose(old, new, Reason.SAME_CODE)
        else:
            step.link(old, new)


def _townships(step: Step) -> None:
    olds, news = step.open(Level.TOWNSHIP)
    for old, new in list(step.unique_pairs(olds, news, _stem, _stem)):
        if _most(step, old, new):
            step.link(old, new)
        else:
            step.propose(old, new, Reason.SAME_NAME)
    olds, news = step.open(Level.TOWNSHIP)
    for old in olds:
        for new in news:
            if _most(step, old, new):
                step.propose(old, new, Reason.SAME_VILLAGES)
            elif old.stem == new.stem:
                step.propose(old, new, Reason.SAME_NAME)


def _most(step: Step, old: Island, new: Island) -> bool:
    """Whether more than half of the old township's villages are in the new one."""
    were = step.villages_before(old)
    return 2 * len(were & step.villages_after(new)) > len(were)


def _villages(step: Step) -> None:
    for label in (_name, _stem):
        olds, news = step.open(Level.VILLAGE)
        keys = under(step.home_before, label), under(step.home_after, label)
        for old, new in list(step.unique_pairs(olds, news, *keys)):
            step.link(old, new)
    _absorbed(step)
    _alike(step)


def _absorbed(step: Step) -> None:
    """Villages of a township that vanished, found in the one that took half of them or more."""
    olds, news = step.open(Level.VILLAGE)
    leaving, taking = defaultdict(list), defaultdict(list)
    for old in olds:
        if step.before.get(old.township) in step.ended:
            leaving[old.township].append(old)
    for new in news:
        taking[new.township].append(new)
    size = Counter(i.township for i in step.before.values() if i.level == Level.VILLAGE)
    pairs = [
        pair
        for township, gone in leaving.items()
        for come in taking.values()
        if 2 * len(found := list(step.unique_pairs(gone, come, _stem, _stem))) >= size[township]
        for pair in found
    ]
    claimed = Counter(new for _old, new in pairs)
    for old, new in pairs:
        if claimed[new] == 1 and old in step.ended:
            step.link(old, new)


def _alike(step: Step) -> None:
    """What is left and looks alike: the same name elsewhere, or nearly the same name here."""
    olds, news = step.open(Level.VILLAGE)
    for old in olds:
        for new in news:
            here = step.home_before(old) == step.home_after(new)
            if old.stem == new.stem:
                step.propose(old, new, Reason.SAME_NAME if here else Reason.MOVED)
            elif here and old.code != new.code and close(old.stem, new.stem):
                step.propose(old, new, Reason.SIMILAR_NAME)


def _returned(step: Step) -> None:
    """Places missing from a list in between keep their identity."""
    for new in list(step.began):
        earlier = [
            old
            for old in step.dormant
            if old.code == new.code
            and old.stem == new.stem
            and not step.decisions.forbids(old, new)
        ]
        if earlier:
            step.link(max(earlier, key=lambda i: i.until or step.day), new)
    for level in (Level.TOWNSHIP, Level.VILLAGE):
        olds = [i for i in step.dormant if i.level == level]
        news = [i for i in step.began if i.level == level]
        keys = under(step.home_at_end, _stem), under(step.home_after, _stem)
        for old, new in list(step.unique_pairs(olds, news, *keys)):
            step.link(old, new)


def under(home: Callable[[Island], object], label: Key) -> Key:
    """A key of a place's name together with the place it lies under."""
    return lambda island: (home(island), label(island))


def _name(island: Island) -> object:
    return island.name


def _stem(island: Island) -> object:
    return island.stem
