"""Which notices go out at a moment, and what keeps the others back."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from jinguo.delivery.enums import Hold
from jinguo.delivery.rules.manners import Manner


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said to ``recipient_id``; the words mean what they do in ``models.Notice``."""

    recipient_id: int
    federation_id: int
    addressee_id: int
    thing: str
    kind: str
    subject: str
    part: str
    due_on: date
    step: int
    overtook: tuple[int, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the unit that is told owes it itself, and not one below it."""
        return self.addressee_id == self.federation_id


@dataclass(frozen=True, slots=True)
class Let:
    """A message and what holds it; ``None`` where it may go."""

    message: Message
    hold: Hold | None


def let(
    messages: Sequence[Message],
    *,
    at: time,
    manners: Mapping[int, Manner],
    said: Collection[str],
    counts: Mapping[int, int],
    heard: Collection[int] = (),
) -> list[Let]:
    """Each message in its order with what holds it.

    ``manners`` is by addressee, ``counts`` how many reminders each was sent this week, ``said`` the
    things that were said today, ``heard`` who was told today of units below her own. All that a
    unit hears of those below it on one day counts as one reminder. Those that may go count for
    those after them.
    """
    spent, gone, informed, found = Counter(counts), set(said), set(heard), []
    for one in messages:
        manner = manners[one.addressee_id]
        costs = one.own or one.addressee_id not in informed
        hold: Hold | None = None
        if one.thing in gone:
            hold = Hold.SAID
        elif manner.quiet(at):
            hold = Hold.NIGHT
        elif costs and spent[one.addressee_id] >= manner.weekly_cap:
            hold = Hold.CAP
        else:
            gone.add(one.thing)
            spent[one.addressee_id] += costs
            if not one.own:
                informed.add(one.addressee_id)
        found.append(Let(one, hold))
    return found
