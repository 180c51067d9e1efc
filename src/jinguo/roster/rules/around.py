"""Which unit the texts around a list mean: title, reporting unit, lines above, sheet, file."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinguo.divisions.models import Level
from jinguo.roster.rules.units import Resolution, UnitIndex


@dataclass(frozen=True, slots=True)
class Around:
    """The text that decides and what it means; ``against`` is a text that contradicts it."""

    text: str
    resolution: Resolution
    against: str = ""


def unit_around(
    index: UnitIndex,
    title: str,
    reporting: str,
    lines: Sequence[str],
    names: Sequence[str],
    townships: frozenset[int],
) -> Around:
    """A title that names a federation goes before every other text.

    A line of its own may name a village of the title's township; the names of sheet and file
    may only tell namesakes apart. Under a title of no federation, or of the whole county, the
    text that leads furthest down decides.
    """
    texts = tuple(dict.fromkeys((title, reporting, *lines, *names)))
    read = [(text, index.resolve(text, townships).division_ids) for text in texts if text]
    read = [(text, meant) for text, meant in read if meant]
    if not read:
        return Around("", Resolution(()))
    head, meant = read[0]
    if head != title or _depth(index, meant) < Level.TOWNSHIP:
        deepest = max(_depth(index, meant) for _text, meant in read)
        read = [(text, meant) for text, meant in read if _depth(index, meant) == deepest]
        found = dict.fromkeys(one for _text, meant in read for one in meant)
        return Around(read[0][0], Resolution(tuple(found)))
    for text, other in read[1:]:
        common = tuple(one for one in meant if one in other)
        inside = tuple(one for one in other if index.lies_in(one, frozenset(meant)))
        above = _depth(index, other) < Level.TOWNSHIP or any(
            index.lies_in(one, frozenset(other)) for one in meant
        )
        if common or (inside and text in lines and text != reporting):
            meant = common or inside
        elif not above:
            return Around(head, Resolution((*meant, *other)), against=text)
    return Around(head, Resolution(meant))


def _depth(index: UnitIndex, division_ids: Sequence[int]) -> int:
    """How far down: a title names the county, the sheet the village."""
    return max((index.places[one][-1].level for one in division_ids), default=0)
