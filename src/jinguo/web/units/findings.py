"""What is wrong among many units, as a short list."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jinguo.web.units.states import Square, State


@dataclass(slots=True)
class Finding:
    """One thing that is wrong, and the units it is wrong with."""

    key: str
    text: str | Promise
    squares: list[Square] = field(default_factory=list)


def findings(squares: Iterable[Square]) -> list[Finding]:
    """Each failing rule with its units, the most widespread first; then what is not founded."""
    found: dict[str, Finding] = {}
    absent = Finding("absent", _("No executive committee yet"))
    for square in squares:
        if square.state == State.NONE:
            absent.squares.append(square)
        if square.state != State.WARN or square.verdict is None:
            continue
        for rule in square.verdict.rules:
            if not rule.ok:
                key = rule.rule.key
                found.setdefault(key, Finding(key, rule.title)).squares.append(square)
    grave = sorted(found.values(), key=lambda f: (f.key != "chair", -len(f.squares)))
    return [*grave, absent] if absent.squares else grave
