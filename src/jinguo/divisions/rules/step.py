"""The step from one listing of a county to the next: what ended, what began, what stayed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Level
from jinguo.divisions.rules.codes import parent_of
from jinguo.divisions.rules.islands import Chains, Decisions, Island, Proposal

Key = Callable[[Island], object]


class Step:
    """Loose ends at one day, to be linked to each other or to proposals.

    ``ended`` and ``began`` shrink as links are made; ``before`` and ``after`` are the
    two listings by code; ``dormant`` are places gone earlier that may come back.
    """

    def __init__(self, day: date, chains: Chains, decisions: Decisions) -> None:
        self.day = day
        self.chains = chains
        self.decisions = decisions
        self.proposals: list[Proposal] = []
        islands = sorted(chains.islands, key=lambda i: i.code)
        open_ends = [i for i in islands if i.until and i not in chains.followed]
        self.ended = dict.fromkeys(i for i in open_ends if i.until == day)
        self.dormant = dict.fromkeys(i for i in open_ends if i.until and i.until < day)
        self.began = dict.fromkeys(i for i in islands if i.start == day)
        self.after = {i.code: i for i in islands if _holds(i, day)}
        self.before = {i.code: i for i in islands if _before(i, day)}
        self._by_code: dict[str, list[Island]] = defaultdict(list)
        for island in islands:
            self._by_code[island.code].append(island)
        self.stems_before = _stems(self.before)
        self.stems_after = _stems(self.after)

    def link(self, old: Island, new: Island) -> None:
        """``new`` continues ``old``."""
        self.chains.link(old, new)
        self.ended.pop(old, None)
        self.dormant.pop(old, None)
        del self.began[new]

    def propose(self, old: Island, new: Island, reason: Reason) -> None:
        """``new`` may continue ``old``; somebody has to say."""
        if not self.decisions.decided(old, new):
            self.proposals.append(Proposal(old, new, reason))

    def pairs_of_code(self, level: int) -> Iterator[tuple[Island, Island]]:
        """What ended and what began under one code."""
        for old in [i for i in self.ended if i.level == level]:
            new = self.after.get(old.code)
            if new in self.began and not self.decisions.forbids(old, new):
                yield old, new

    def unique_pairs(
        self, olds: list[Island], news: list[Island], key_old: Key, key_new: Key
    ) -> Iterator[tuple[Island, Island]]:
        """Pairs with equal keys where neither side has another candidate."""
        old_by_key = _only(olds, key_old)
        for key, new in _only(news, key_new).items():
            old = old_by_key.get(key)
            if old is not None and not self.decisions.forbids(old, new):
                yield old, new

    def open(self, level: int) -> tuple[list[Island], list[Island]]:
        """Ends and beginnings of a level that are still loose."""
        return (
            [i for i in self.ended if i.level == level],
            [i for i in self.began if i.level == level],
        )

    def left(self, above: Island | None) -> bool:
        """Whether a place of the earlier listing is not in the later one."""
        if above is None or above.until != self.day:
            return False
        after = self.chains.followed.get(above)
        return after is None or after.start != self.day

    def at_home(self, old: Island, new: Island) -> bool:
        """Whether they lie under one place: of townships the listings have one county's."""
        return old.level < Level.VILLAGE or self.home_before(old) is self.home_after(new)

    def back_home(self, old: Island, new: Island) -> bool:
        """Whether it lies under the place it lay under when it was listed last."""
        return old.level < Level.VILLAGE or self.home_at_end(old) is self.home_after(new)

    def name_went(self, old: Island) -> bool:
        """Whether its name begins under another code of the same place above."""
        return any(_namesakes(old, new) and self.at_home(old, new) for new in self.began)

    def name_came(self, new: Island) -> bool:
        """Whether its name ended under another code of the same place above."""
        return any(_namesakes(old, new) and self.at_home(old, new) for old in self.ended)

    def name_stays(self, old: Island) -> bool:
        """Whether a place beside it bears its name in the later listing."""
        return any(
            new.stem == old.stem and new.level == old.level and self.at_home(old, new)
            for new in self.after.values()
        )

    def under(self, home: Callable[[Island], object], label: Key | None = None) -> Key:
        """A key of a place's name (its stem, unless ``label``) with the place it lies under."""
        return lambda island: (home(island), (label or stem_of)(island))

    def home_before(self, island: Island) -> Island | None:
        """The first island of the place it lay under in the earlier listing."""
        return self._home(island, self.before)

    def home_after(self, island: Island) -> Island | None:
        """The first island of the place it lies under in the later listing."""
        return self._home(island, self.after)

    def home_at_end(self, island: Island) -> Island | None:
        """The first island of the place it lay under in the last listing that had it."""
        parent, end = parent_of(island.code, island.level), island.until or date.max
        for above in self._by_code[parent or ""]:
            if _before(above, end):
                return self.chains.first[above]
        return None

    def _home(self, island: Island, listing: Mapping[str, Island]) -> Island | None:
        above = listing.get(parent_of(island.code, island.level) or "")
        return None if above is None else self.chains.first[above]

    def villages_before(self, township: Island) -> set[str]:
        """Stems of its villages in the earlier listing."""
        return set(self.stems_before[township.code])

    def villages_after(self, township: Island) -> set[str]:
        """Stems of its villages in the later listing."""
        return set(self.stems_after[township.code])


def _holds(island: Island, day: date) -> bool:
    return (island.start is None or island.start <= day) and (
        island.until is None or island.until > day
    )


def _before(island: Island, day: date) -> bool:
    """Whether it holds right before the day."""
    return (island.start is None or island.start < day) and (
        island.until is None or island.until >= day
    )


def name_of(island: Island) -> object:
    """The whole name, as a key."""
    return island.name


def stem_of(island: Island) -> object:
    """The name without its kind, as a key."""
    return island.stem


def _namesakes(one: Island, other: Island) -> bool:
    return one.code != other.code and one.stem == other.stem and one.level == other.level


def _stems(listing: Mapping[str, Island]) -> dict[str, Counter[str]]:
    """Parent code → how often each stem stands below it."""
    stems: dict[str, Counter[str]] = defaultdict(Counter)
    for island in listing.values():
        if island.level >= Level.COUNTY:
            stems[parent_of(island.code, island.level) or ""][island.stem] += 1
    return stems


def _only(islands: list[Island], key: Key) -> dict[object, Island]:
    counted = Counter(map(key, islands))
    return {key(i): i for i in islands if counted[key(i)] == 1}
