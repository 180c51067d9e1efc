"""The request as it reaches a view: signed in, with rights resolved."""

from django.http import HttpRequest

from jinguo.kernel.actor import Actor
from jinguo.kernel.attempts import Attempt


class Request(HttpRequest):
    """A request that passed ``ActorAtTheDoor``."""

    actor: Actor
    tried: list[Attempt]
    """Deeds that were refused so far for want of a right."""
