"""Townships under new codes: the same by name and by most of their villages."""

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Level
from jinguo.divisions.rules.islands import Island
from jinguo.divisions.rules.step import Step, stem_of


def match_townships(step: Step) -> None:
    """Link townships of one name that have most of their villages; propose what is like it."""
    olds, news = step.open(Level.TOWNSHIP)
    for old, new in list(step.unique_pairs(olds, news, stem_of, stem_of)):
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
