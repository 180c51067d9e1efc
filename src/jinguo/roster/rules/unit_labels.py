"""How a written roster names a unit, so that whoever reads the list finds the same unit again."""

from collections.abc import Sequence

from jinguo.divisions.queries import Place
from jinguo.roster.rules.units import UnitIndex

_FEDERATION = "妇联"


def unit_label(
    index: UnitIndex, place: Place, above: Sequence[Place], title: str, *, full: bool = False
) -> str:
    """The shortest name that means this unit alone below this title.

    石下村妇联; where a village of that name lies elsewhere too, or if ``full``, 林畲乡石下村妇联.
    ``above`` are the places above it on the day, top first.
    """
    townships = index.townships_in(title)
    names = [place.short]
    for up in reversed(above):
        names.append(f"{up.short}{names[-1]}")
    for name in names[full and len(names) > 1 :]:
        label = f"{name}{_FEDERATION}"
        if index.resolve(label, townships).division_id == place.division_id:
            return label
    return f"{names[0]}{_FEDERATION}"
