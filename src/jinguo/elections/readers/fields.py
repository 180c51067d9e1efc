"""Values of a JSON document, each read with its path; what is wrong is noted, never guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

MOST = 10_000_000
"""More people than any congress has: beyond it, a number is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in the document that cannot be read: where, and what would be right."""

    path: str
    message: str


@dataclass(slots=True)
class Fields:
    """One object of the document at ``path``, and the mistakes found so far."""

    path: str
    values: Mapping[str, Any]
    mistakes: list[Mistake] = field(default_factory=list)

    def at(self, name: str) -> str:
        """The path of an entry: ``ballots.issued``."""
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, message: str) -> None:
        """Note a mistake at an entry."""
        self.mistakes.append(Mistake(self.at(name), message))

    def only(self, known: Iterable[str]) -> None:
        """Note every entry that is not one of these; a near name is named."""
        names = list(known)
        for name in self.values:
            if name not in names:
                near = get_close_matches(name, names, 1)
                hint = _("Did you mean “%(name)s”?") % {"name": near[0]} if near else ""
                known_words = _("Known here: %(names)s.") % {"names": ", ".join(names)}
                self.wrong(name, _("Nobody knows this entry.") + " " + (hint or known_words))

    def number(self, name: str, least: int = 0, default: int | None = None) -> int:
        """A whole number of people, seats or ballots, at least ``least``."""
        if name not in self.values and default is not None:
            return default
        words = {"least": least, "given": _shown(self.values.get(name))}
        if name not in self.values:
            self.wrong(name, _("Missing: write a whole number, at least %(least)s.") % words)
            return least
        value = self.values[name]
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= MOST:
            text = _("%(given)s will not do: write a whole number, at least %(least)s.")
            self.wrong(name, text % words)
            return least
        return value

    def text(self, name: str) -> str:
        """A word that is not empty."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value.strip():
            self.wrong(name, _("Write a name here."))
            return ""
        return value.strip()

    def truth(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            self.wrong(name, _("Write true or false."))
            return default
        return value

    def choice(self, name: str, known: Iterable[str], default: str) -> str:
        """One of these words."""
        value = self.values.get(name, default)
        names = list(known)
        if value not in names:
            self.wrong(name, _("Write one of: %(names)s.") % {"names": ", ".join(names)})
            return default
        return str(value)

    def share(self, name: str, default: Fraction) -> Fraction:
        """A share of a whole as "2/3" or 0.5, from 0 to 1."""
        value = self.values.get(name, default)
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | float | Fraction):
                raise ValueError
            found = Fraction(str(value))
        except (ValueError, ZeroDivisionError):
            found = Fraction(-1)
        if not 0 <= found <= 1:
            self.wrong(name, _('Write a share from 0 to 1, like "2/3".'))
            return default
        return found

    def part(self, name: str, *, needed: bool) -> "Fields":
        """The object below an entry; an empty one, and a mistake, where there is none."""
        value = self.values.get(name, None if needed else {})
        if not isinstance(value, dict):
            self.wrong(name, _("Write an object in braces here: { … }."))
            value = {}
            return Fields(self.at(name), value, [])  # its own mistakes would only repeat this one
        return Fields(self.at(name), value, self.mistakes)


def _shown(value: Any) -> str:
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
