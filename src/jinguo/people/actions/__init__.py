"""Learning how names sound; erasing what is known of a person."""

from jinguo.people.actions.erasing import drop_sounds, erase
from jinguo.people.actions.learning import learn_names

__all__ = ["drop_sounds", "erase", "learn_names"]
