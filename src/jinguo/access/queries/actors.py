"""Building the actor at the door, and finding where she belongs."""

from collections.abc import Collection

from jinguo.access.models import Assignment
from jinguo.access.rules import CAPABILITIES
from jinguo.accounts.models import Account
from jinguo.divisions.queries import Place, latest
from jinguo.kernel.actor import Actor, Grant


def actor_for(account_id: int, name: str) -> Actor:
    """The actor of an account, with her rights resolved to today's codes."""
    grants = []
    for assignment in Assignment.objects.filter(account_id=account_id).order_by("pk"):
        prefix = latest(assignment.division_id).prefix
        grants += [
            Grant(capability, prefix, assignment.role)
            for capability in CAPABILITIES[assignment.role]
        ]
    return Actor(account_id, name, tuple(grants))


def home_of(account_id: int) -> Place | None:
    """The place an account's own page is about: the highest she is assigned to."""
    found = Assignment.objects.filter(account_id=account_id)
    places = [latest(assignment.division_id) for assignment in found]
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
