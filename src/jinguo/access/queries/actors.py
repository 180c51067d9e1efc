"""Building the actor at the door, and finding where she belongs."""

from collections.abc import Collection
from datetime import date

from jinguo.access.models import Assignment
from jinguo.access.queries.claims import claims
from jinguo.accounts.models import Account
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import Actor, Grant


def actor_for(account_id: int, name: str, on: date) -> Actor:
    """The actor of an account, with the rights she has on a day resolved to today's codes."""
    grants = [
        Grant(capability, claim.place.prefix, claim.reason)
        for claim in claims([account_id], on)
        for capability in claim.capabilities
    ]
    return Actor(account_id, name, tuple(grants))


def home_of(account_id: int, on: date) -> Place | None:
    """The place an account's own page is about: the highest she has a role on."""
    places = [claim.place for claim in claims([account_id], on)]
    return min(places, key=lambda place: (place.level, place.code), default=None)


def holders(roles: Collection[str]) -> set[int]:
    """The divisions on which an account that can sign in holds one of these roles."""
    able = Account.objects.filter(is_active=True).values("pk")
    held = Assignment.objects.filter(role__in=roles, account_id__in=able)
    return set(held.values_list("division_id", flat=True))


def anybody_assigned() -> bool:
    """Whether anybody holds a role yet."""
    return Assignment.objects.exists()


def roles_of(account_id: int) -> list[str]:
    """The roles of an account."""
    found = Assignment.objects.filter(account_id=account_id).order_by("pk")
    return list(found.values_list("role", flat=True))
