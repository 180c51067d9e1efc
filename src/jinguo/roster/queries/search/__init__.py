"""Finding people: by name however typed, unit, post, category, skill, phone ending, all at once."""

from jinguo.roster.queries.search.asked import FACETS, Asked, Search, ask
from jinguo.roster.queries.search.facets import Facet, Option, facets
from jinguo.roster.queries.search.finding import Found, FoundPage, FoundSeat, find, seats_found

__all__ = [
    "FACETS",
    "Asked",
    "Facet",
    "Found",
    "FoundPage",
    "FoundSeat",
    "Option",
    "Search",
    "ask",
    "facets",
    "find",
    "seats_found",
]
