"""The words of a county: categories under their names, synonyms and markers; rules in force."""

from datetime import date

from django.db.models import F

from jinguo.divisions.models import Level
from jinguo.kernel.text import fold
from jinguo.roster.models import Category, Rule, RuleSet
from jinguo.roster.rules.composition import RuleFact
from jinguo.roster.rules.meetings import CARRIED, PRESENT, Thresholds

_OF_MEETINGS = (PRESENT, CARRIED)


def category_words() -> tuple[dict[str, str], dict[str, str]]:
    """Categories as rosters write them: folded names and synonyms → slug, markers → slug."""
    names: dict[str, str] = {}
    markers: dict[str, str] = {}
    for category in Category.objects.all():
        for word in (category.name, *category.synonyms.split()):
            names[fold(word)] = category.slug
        if category.marker:
            markers[category.marker] = category.slug
    return names, markers


def category_names() -> dict[str, str]:
    """Slug → name, in the order of the county's list."""
    return dict(Category.objects.values_list("slug", "name"))


def category_marks() -> dict[str, str]:
    """Slug → the mark (①) that rosters use in place of the name, where there is one."""
    return dict(Category.objects.exclude(marker="").values_list("slug", "marker"))


def rule_sets(code: str) -> list[RuleSet]:
    """The rule sets that can hold for a place, the newest first."""
    found = RuleSet.objects.order_by(F("valid_from").desc(nulls_last=True), "pk")
    return [one for one in found if code.startswith(one.prefix)]


class RuleBook:
    """The rule sets of the house: which rules hold for a code, a level and a day.

    With ``only`` that set holds for all, whatever its days.
    """

    def __init__(self, only: int | None = None) -> None:
        self._only = only
        sets = RuleSet.objects.prefetch_related("rules__category")
        self._sets = sorted(sets, key=lambda one: len(one.prefix), reverse=True)
        self._cache: dict[tuple[int, int], list[RuleFact]] = {}

    def rules(self, code: str, level: int, day: date) -> list[RuleFact]:
        """The rules for a committee; empty where no set holds."""
        return [one for one in self._all(code, level, day) if one.kind not in _OF_MEETINGS]

    def meeting(self, code: str, level: int, day: date) -> Thresholds:
        """What a meeting of a committee needs to decide."""
        found = {one.kind: one.minimum for one in self._all(code, level, day)}
        usual = Thresholds()
        return Thresholds(found.get(PRESENT) or usual.present, found.get(CARRIED) or usual.carried)

    def _all(self, code: str, level: int, day: date) -> list[RuleFact]:
        chosen = self._set(code, day)
        if chosen is None:
            return []
        key = (chosen.pk, level)
        if key not in self._cache:
            self._cache[key] = [
                _fact(rule) for rule in chosen.rules.all() if level in _levels(rule)
            ]
        return self._cache[key]

    def _set(self, code: str, day: date) -> RuleSet | None:
        for one in self._sets:
            if self._only is not None:
                if one.pk == self._only:
                    return one
                continue
            begun = one.valid_from is None or one.valid_from <= day
            over = one.valid_until is not None and one.valid_until <= day
            if code.startswith(one.prefix) and begun and not over:
                return one
        return None


def _levels(rule: Rule) -> tuple[int, ...]:
    """The levels a rule binds: the 5+N is for townships and villages unless a rule says else."""
    return (Level.TOWNSHIP, Level.VILLAGE) if rule.level is None else (rule.level,)


def _fact(rule: Rule) -> RuleFact:
    return RuleFact(
        kind=rule.kind,
        minimum=rule.minimum,
        maximum=rule.maximum,
        category=rule.category.slug if rule.category else "",
        category_name=rule.category.name if rule.category else "",
        source=rule.source,
        verified=rule.verified,
    )
