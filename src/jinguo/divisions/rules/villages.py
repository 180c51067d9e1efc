"""Villages under new codes: the same by name, under the place they lay under."""

from collections import Counter, defaultdict

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Level
from jinguo.divisions.rules.islands import Island
from jinguo.divisions.rules.names import close
from jinguo.divisions.rules.step import Step, name_of, stem_of


def match_villages(step: Step) -> None:
    """Link villages that kept name and place above, or went along with most of their township."""
    for label in (name_of, stem_of):
        olds, news = step.open(Level.VILLAGE)
        keys = step.under(step.home_before, label), step.under(step.home_after, label)
        for old, new in list(step.unique_pairs(olds, news, *keys)):
            step.link(old, new)
    _absorbed(step)
    _alike(step)


def _absorbed(step: Step) -> None:
    """Villages of a township that vanished, found in the one that took half of them or more."""
    olds, news = step.open(Level.VILLAGE)
    leaving: dict[str, list[Island]] = defaultdict(list)
    taking: dict[str, list[Island]] = defaultdict(list)
    for old in olds:
        if step.left(step.before.get(old.township)):
            leaving[old.township].append(old)
    for new in news:
        taking[new.township].append(new)
    size = Counter(i.township for i in step.before.values() if i.level == Level.VILLAGE)
    pairs = [
        pair
        for township, gone in leaving.items()
        for come in taking.values()
        if 2 * len(found := list(step.unique_pairs(gone, come, stem_of, stem_of))) >= size[township]
        for pair in found
    ]
    claimed = Counter(new for _old, new in pairs)
    for old, new in pairs:
        if claimed[new] == 1 and old in step.ended:
            step.link(old, new)


def _alike(step: Step) -> None:
    """What is left and looks alike: the same name elsewhere, or nearly the same name here."""
    olds, news = step.open(Level.VILLAGE)
    of_name: dict[str, list[Island]] = defaultdict(list)
    of_home: dict[Island | None, list[Island]] = defaultdict(list)
    for new in news:
        of_name[new.stem].append(new)
        of_home[step.home_after(new)].append(new)
    for old in olds:
        home = step.home_before(old)
        for new in of_name[old.stem]:
            here = step.home_after(new) is home
            step.propose(old, new, Reason.SAME_NAME if here else Reason.MOVED)
        for new in of_home[home]:
            if old.stem != new.stem and old.code != new.code and close(old.stem, new.stem):
                step.propose(old, new, Reason.SIMILAR_NAME)
