"""The actor of a request before anybody has signed in."""

from jinguo.kernel.actor import Actor

NOBODY = Actor(0, "")
