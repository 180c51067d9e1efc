"""Reading the tree of places as it stood on a day."""

from jinguo.divisions.queries.changes import Change, Kind, changes
from jinguo.divisions.queries.places import Place, holds_on, parent_on
from jinguo.divisions.queries.successions import decided, matches, proposals, succession
from jinguo.divisions.queries.tree import (
    ancestors,
    children,
    counties,
    history,
    latest,
    latest_of,
    listings,
    named,
    names_ever,
    place,
    place_of,
    places_with,
    subtree,
    within,
)

__all__ = [
    "Change",
    "Kind",
    "Place",
    "ancestors",
    "changes",
    "children",
    "counties",
    "decided",
    "history",
    "holds_on",
    "latest",
    "latest_of",
    "listings",
    "matches",
    "named",
    "names_ever",
    "parent_on",
    "place",
    "place_of",
    "places_with",
    "proposals",
    "subtree",
    "succession",
    "within",
]
