"""What other rooms are told about persons."""

from dataclasses import dataclass

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
