"""The request as it reaches a view: signed in, with rights resolved."""

from django.http import HttpRequest

from jinguo.kernel.actor import Actor


class Request(HttpRequest):
    """A request that passed ``ActorAtTheDoor``."""

    actor: Actor
