"""Building the actor at the door, and reading who holds what."""

from jinguo.access.queries.actors import actor_for, anybody_assigned, holders, home_of, roles_of
from jinguo.access.queries.listing import (
    AccountLine,
    AccountPage,
    account_line,
    account_page,
    account_roles,
)

__all__ = [
    "AccountLine",
    "AccountPage",
    "account_line",
    "account_page",
    "account_roles",
    "actor_for",
    "anybody_assigned",
    "holders",
    "home_of",
    "roles_of",
]
