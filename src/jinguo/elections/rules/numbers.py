"""The numbers of a rule: what a kind takes, and what they say in words."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.elections.enums import Base, RuleKind
from jinguo.elections.rules.shares import Share

LONGEST_TERM = 10
ROUNDINGS = ("up", "down", "half_up")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a rule says in numbers; which of them count depends on its kind.

    ``share`` is a fraction as text ("2/3"), ``minimum`` and ``maximum`` are people, candidates
    beyond the seats, or years.
    """

    share: str = ""
    more_than: bool = False
    base: str = ""
    rounding: str = ""
    minimum: int | None = None
    maximum: int | None = None

    @property
    def part(self) -> Fraction:
        """The share as a number; 0 where there is none."""
        return Fraction(self.share or 0)


def fault(kind: RuleKind, said: Numbers) -> str:
    """What is wrong with the numbers of a rule, and what would be right; empty where nothing is."""
    least, most = said.minimum, said.maximum
    if kind in (RuleKind.QUORUM, RuleKind.MAJORITY):
        whole = said.part == 1 and said.more_than
        return "" if 0 < said.part <= 1 and not whole else _("The share lies between 0 and 1.")
    if kind == RuleKind.DIFFERENCE:
        if not 0 <= said.part <= 1:
            return _("The share lies between 0 and 1.")
        return "" if said.rounding in ROUNDINGS else _("Say how the share is rounded.")
    if kind == RuleKind.TERM:
        fits = least is not None and least == most and 1 <= least <= LONGEST_TERM
        return "" if fits else _("A term lasts between 1 and %(n)s years.") % {"n": LONGEST_TERM}
    fits = least is not None and most is not None and 1 <= least <= most
    return "" if fits else _("The least number comes first: 27 to 45.")


def in_words(kind: RuleKind, said: Numbers) -> str:
    """A rule as a sentence that can be read out."""
    if kind == RuleKind.QUORUM:
        return _("%(share)s of those due must be present") % {"share": _share(said)}
    if kind == RuleKind.MAJORITY:
        of = Base(said.base or Base.DUE).label
        return _("elected by %(share)s of %(whole)s") % {"share": _share(said), "whole": of}
    if kind == RuleKind.DIFFERENCE:
        least = said.minimum or 0
        text = ngettext(
            "at least %(n)s candidate more than seats",
            "at least %(n)s candidates more than seats",
            least,
        )
        text %= {"n": least}
        if not said.part:
            return text
        percent = float(said.part * 100)
        return _("%(text)s, and at least %(percent)g%% of the seats") % {
            "text": text, "percent": percent,
        }  # fmt: skip
    if kind == RuleKind.TERM:
        years = said.maximum or 0
        return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
    return _("%(least)s to %(most)s delegates") % {"least": said.minimum, "most": said.maximum}


def _share(said: Numbers) -> str:
    return Share(said.part, said.more_than).words
