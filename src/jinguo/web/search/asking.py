"""What an address of the search asks for, and the addresses that lead on from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.roster.enums import Post
from jinguo.roster.queries.search import FACETS, Facet, Search
from jinguo.roster.rules.search_words import Sort
from jinguo.web.base.days import Days
from jinguo.web.base.request import Request

TITLES: dict[str, str | Promise] = {
    "state": _("On the day"),
    "unit": _("Unit"),
    "post": _("Post"),
    "category": _("Category"),
    "skill": _("Skill"),
    "sector": _("Sector"),
}
IN_POOL = ("skill", "category", "unit", "sector", "post", "state")
STATES: dict[str, str | Promise] = {"sitting": _("In office"), "left": _("Left")}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as a link: to choose it, or, where it is chosen, to take it back."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The choices of one kind."""

    title: str | Promise
    choices: list[Choice]


def search_of(request: Request, days: Days) -> Search:
    """The search an address asks for; what is no choice is passed over."""
    given = request.GET
    chosen = {name: given[name].strip()[:_LONGEST] for name in FACETS if given.get(name)}
    chosen = {name: value for name, value in chosen.items() if value and _is_choice(name, value)}
    text = given.get("q", "").strip()[:_LONGEST]
    pool = given.get("pool") == "1"
    return Search(text, days.day, request.actor, pool=pool, chosen=chosen)


def _is_choice(name: str, value: str) -> bool:
    """A link that somebody mended by hand may name a post or a state that there is not."""
    known = {"post": Post.values, "state": list(STATES)}
    return value.isdecimal() if name == "unit" else value in known.get(name, [value])


def words_in(search: Search, days: Days) -> dict[str, str]:
    """The search as the words of an address, with the day it is asked for."""
    words = {"q": search.text} if search.text else {}
    if search.pool:
        words["pool"] = "1"
    if days.past:
        words["day"] = days.day.isoformat()
    return {**words, **search.chosen}


def address(words: Mapping[str, str]) -> str:
    """The address of the search with these words."""
    return f"{reverse('search:people')}?{urlencode(words)}"


def narrowings(
    search: Search, days: Days, found: Mapping[str, Facet], categories: Mapping[str, str]
) -> list[Narrowing]:
    """The kinds of choice that leave somebody out, or are chosen; skills first in the pool."""
    words = words_in(search, days)
    lists = []
    for name in IN_POOL if search.pool else TITLES:
        facet = found.get(name)
        chosen = search.chosen.get(name, "")
        choices = list(_choices(name, facet, chosen, words, categories))
        if chosen and not any(one.chosen for one in choices):
            label = categories.get(chosen, chosen)
            without = {key: value for key, value in words.items() if key != name}
            choices.insert(0, Choice(label, 0, address(without), chosen=True))
        if len(choices) > 1 or chosen:
            lists.append(Narrowing(TITLES[name], choices))
    return lists


def _choices(
    name: str,
    facet: Facet | None,
    chosen: str,
    words: Mapping[str, str],
    categories: Mapping[str, str],
) -> Iterator[Choice]:
    for one in facet.options if facet else ():
        taken = one.value == chosen
        link = {key: value for key, value in words.items() if key != name}
        if not taken:
            link[name] = one.value
        label = one.name or _label(name, one.value, categories)
        yield Choice(label, one.count, address(link), taken)


def _label(name: str, value: str, categories: Mapping[str, str]) -> str:
    if name == "post":
        return str(Post(value).label)
    if name == "state":
        return str(STATES[value])
    return categories.get(value, value.removeprefix("?")) if name == "category" else value


@dataclass(frozen=True, slots=True)
class Hints:
    """What would help where nothing was found: fewer words, and remarks on single ones."""

    without: list[tuple[str, str]]
    short_number: bool
    letters: bool


def hints(search: Search, days: Days) -> Hints:
    """Links that leave out one word or choice each, and what was odd about the words."""
    words = words_in(search, days)
    typed = search.text.split()
    without = []
    if len(typed) > 1:
        for at, one in enumerate(typed):
            rest = " ".join(typed[:at] + typed[at + 1 :])
            without.append((one, address({**words, "q": rest})))
    sorts = {one.sort for one in search.words}
    return Hints(without, Sort.NONE in sorts, Sort.LETTERS in sorts)
