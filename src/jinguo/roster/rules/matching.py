"""Who is who: whether a row of a roster speaks of somebody already known.

The evidence is name and unit with month of birth or phone. What is not certain
is asked, never decided silently.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


@dataclass(slots=True)
class Known:
    """Somebody known: recorded earlier, or named by an earlier row of the same batch."""

    person_id: int
    name: str
    birth: date | None
    phone: str
    sits: bool = False


class Verdict(Enum):
    """How far a match goes."""

    NEW = "new"
    SAME = "same"
    BY_NAME = "by_name"
    ASK = "ask"


class Evidence(Enum):
    """What name-sakes share beyond the name."""

    STRONG = "strong"
    OPEN = "open"
    MIXED = "mixed"
    AGAINST = "against"


def weigh(known: Known, birth: date | None, phone: str) -> Evidence:
    """The evidence that a row with this birth month and phone is this name-sake.

    Either of birth and phone agreeing is strong; both differing is against; one
    differing with the other unknown is mixed; nothing to compare is open.
    """
    agree = differ = 0
    for ours, theirs in ((birth, known.birth), (phone, known.phone)):
        if ours and theirs:
            if ours == theirs:
                agree += 1
            else:
                differ += 1
    if agree:
        return Evidence.STRONG
    if differ == 2:
        return Evidence.AGAINST
    return Evidence.MIXED if differ else Evidence.OPEN


def within_unit(
    namesakes: Iterable[Known], birth: date | None, phone: str
) -> tuple[Verdict, tuple[Known, ...]]:
    """Match a row to those of its name who are recorded in its own unit."""
    strong: list[Known] = []
    possible: list[Known] = []
    evidence_open = True
    for known in namesakes:
        evidence = weigh(known, birth, phone)
        if evidence is Evidence.STRONG:
            strong.append(known)
        elif evidence is not Evidence.AGAINST:
            possible.append(known)
            evidence_open = evidence_open and evidence is Evidence.OPEN
    if strong:
        both = [one for one in strong if one.birth == birth and one.phone == phone]
        best = both if len(strong) > 1 and both else strong
        return (Verdict.SAME if len(best) == 1 else Verdict.ASK), tuple(best)
    if not possible:
        return Verdict.NEW, ()
    if len(possible) == 1 and evidence_open and possible[0].sits:
        return Verdict.BY_NAME, tuple(possible)
    return Verdict.ASK, tuple(possible)


def renamed(
    absent: Iterable[Known], name: str, birth: date | None, phone: str
) -> tuple[Known, ...]:
    """Those of a unit whom its list no longer names and who may stand on it under this name.

    The telephone number agrees and the month of birth does not differ; or the month of birth and
    the surname agree, with no two numbers against it. It is never certain.
    """
    found = []
    for known in absent:
        numbers = bool(phone and known.phone)
        months = bool(birth and known.birth)
        by_phone = numbers and phone == known.phone and not (months and birth != known.birth)
        by_birth = months and birth == known.birth and known.name[:1] == name[:1] and not numbers
        if by_phone or by_birth:
            found.append(known)
    return tuple(found)


def elsewhere(
    by_phone: Iterable[Known], by_birth: Iterable[Known], phone: str
) -> tuple[Verdict, tuple[Known, ...]]:
    """Match a row to those of its name in other units: only the phone makes it certain.

    ``by_phone`` share name and phone, ``by_birth`` name and month of birth. The same
    month of birth is asked about unless two phones speak against it.
    """
    for known in by_phone:
        return Verdict.SAME, (known,)
    maybe = tuple(known for known in by_birth if not (phone and known.phone))
    return (Verdict.ASK, maybe) if maybe else (Verdict.NEW, ())


def within_list(
    other_birth: date | None, other_phone: str, birth: date | None, phone: str
) -> Verdict:
    """Whether two rows of one name in one unit's list are one woman, two, or unclear.

    A list normally names each woman once, so a difference makes two of them; where
    nothing can be compared, or one thing agrees and the other differs, it is asked.
    """
    compared = [(birth, other_birth), (phone, other_phone)]
    agree = sum(bool(ours and theirs and ours == theirs) for ours, theirs in compared)
    differ = sum(bool(ours and theirs and ours != theirs) for ours, theirs in compared)
    if agree == differ:
        return Verdict.ASK
    return Verdict.SAME if agree else Verdict.NEW
