"""The rules of elections as a page lists them: kind by kind, level by level."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.elections.enums import RuleKind
from jinguo.elections.models import ElectionRule
from jinguo.elections.queries.rulebook import rule_shelf
from jinguo.elections.rules.numbers import Numbers, in_words

LEVELS = (Level.TOWNSHIP, Level.VILLAGE)


@dataclass(frozen=True, slots=True)
class RulingLine:
    """What holds for a kind of rule on a level (``None``: on all of them).

    ``rule_id`` is the rule where it is the county's own; only such a rule can be dropped.
    """

    kind: RuleKind
    level: int | None
    words: str
    source: str
    verified: bool
    since: date | None
    rule_id: int | None


def ruling_lines(place: Place, day: date) -> list[RulingLine]:
    """Every kind of rule in force in a county on a day; two queries."""
    shelf = rule_shelf()
    sets = {one.pk: one for one in shelf.sets}
    books = {level: shelf.book(place.code, level, day) for level in LEVELS}
    lines = []
    for kind in RuleKind:
        held = {
            level: next((one for one in book.rules if one.kind == kind), None)
            for level, book in books.items()
        }
        for level, rule in _apart(held):
            own = rule is not None and sets[rule.rule_set_id].prefix == place.prefix
            lines.append(
                RulingLine(
                    kind=kind,
                    level=level,
                    words=in_words(kind, numbers_of(rule)) if rule else "",
                    source=rule.source if rule else "",
                    verified=bool(rule and rule.verified),
                    since=sets[rule.rule_set_id].valid_from if rule else None,
                    rule_id=rule.pk if rule and own else None,
                )
            )
    return lines


def rule_in_force(place: Place, kind: RuleKind, level: int | None, day: date) -> Numbers | None:
    """The numbers in force of a kind on a level, for a form to begin with."""
    book = rule_shelf().book(place.code, level or Level.VILLAGE, day)
    found = next((one for one in book.rules if one.kind == kind), None)
    return numbers_of(found) if found else None


def numbers_of(rule: ElectionRule) -> Numbers:
    """The numbers of a rule."""
    return Numbers(**{name: getattr(rule, name) for name in Numbers.__dataclass_fields__})


def _apart(
    held: dict[Level, ElectionRule | None],
) -> Iterator[tuple[int | None, ElectionRule | None]]:
    """One line where all levels have the same rule, else one a level."""
    found = _same(held.values())
    if found is not None:
        yield None, found
    else:
        yield from held.items()


def _same(rules: Iterable[ElectionRule | None]) -> ElectionRule | None:
    several = {rule.pk if rule else None: rule for rule in rules}
    return next(iter(several.values())) if len(several) == 1 else None
