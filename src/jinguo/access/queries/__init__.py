"""Building the actor at the door, and reading who holds what."""

from jinguo.access.queries.actors import actor_for, anybody_assigned, holders, home_of, roles_of
from jinguo.access.queries.listing import AccountLine, AccountPage, account_line, account_page

__all__ = [
    "AccountLine",
    "AccountPage",
    "account_line",
    "account_page",
    "actor_for",
    "anybody_assigned",
    "holders",
    "home_of",
    "roles_of",
]
