"""What other rooms are told about persons."""

from dataclasses import dataclass
from datetime import date

from jinguo.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class PersonsMerged:
    """Two records are one woman: what named ``gone_id`` is to name ``kept_id``.

    The record that goes is still there when this is told. Whoever may not let that happen
    raises a refusal; who follows keeps before-images with the batch, to find the way back.
    """

    kept_id: int
    gone_id: int
    batch_id: int
    by: Actor


@dataclass(frozen=True, slots=True)
class PersonsParted:
    """They were two after all: what followed that batch goes back to ``gone_id``, which is there
    again."""

    kept_id: int
    gone_id: int
    batch_id: int
    by: Actor


@dataclass(frozen=True, slots=True)
class PersonErased:
    """A person was erased. Whatever a room keeps of her is to be emptied too, now.

    ``name`` is what she was called until this moment. Whoever may not let it happen raises a
    refusal, and nothing is erased.
    """

    person_id: int
    name: str
    day: date
    by: Actor
