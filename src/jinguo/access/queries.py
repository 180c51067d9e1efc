"""Building the actor at the door, and finding where she belongs."""

from jinguo.access.models import Assignment
from jinguo.access.rules import CAPABILITIES
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


def anybody_assigned() -> bool:
    """Whether anybody holds a role yet."""
    return Assignment.objects.exists()


def roles_of(account_id: int) -> list[str]:
    """The roles of an account."""
    found = Assignment.objects.filter(account_id=account_id).order_by("pk")
    return list(found.values_list("role", flat=True))
