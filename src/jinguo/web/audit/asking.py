"""Which entries an address asks for, and how far into the record its reader may look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from jinguo.audit.queries.listing import Asked
from jinguo.audit.rules.verbs import KINDS
from jinguo.divisions.queries import counties
from jinguo.kernel.actor import AUDIT, Actor
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked, and the words of the address that ask it again.

    ``passed_over`` says what of it could not be understood.
    """

    asked: Asked
    words: dict[str, str]
    below: int | None
    passed_over: tuple[str, ...] = ()

    def address(self, **more: str) -> str:
        """The same list, with other words besides."""
        return f"?{urlencode({**self.words, **more})}"


def auditor_or_404(reader: Actor) -> None:
    """Raises ``Refused`` for whoever has no part of the record to look after."""
    if not reader.prefixes(AUDIT):
        raise Refused("address", "/audit/", right=AUDIT)


def whole_office(reader: Actor) -> bool:
    """Whether her scope of the record is every county: then also what belongs to no unit."""
    return bool(reader.prefixes(AUDIT)) and all(
        reader.may(AUDIT, county.code) for county in counties()
    )


def asking(request: Request) -> Asking:
    """The list an address asks for; what is no choice or no day is passed over, and told."""
    given = request.GET if request.method == "GET" else request.POST
    words = {name: given.get(name, "").strip()[:LONGEST] for name in ("who", "unit", "kind")}
    days = {name: _day(given.get(name, "")) for name in ("since", "until")}
    wrong = tuple(_faults(given, words["unit"], days))
    if words["kind"] not in KINDS:
        words["kind"] = ""
    if not _is_code(words["unit"]):
        words["unit"] = ""
    kinds = KINDS[words["kind"]][1] if words["kind"] else ()
    asked = Asked(words["who"], kinds, words["unit"], since=days["since"], until=days["until"])
    told = {name: one.isoformat() for name, one in days.items() if one}
    kept = {name: one for name, one in {**words, **told}.items() if one}
    return Asking(asked, kept, below_of(request), wrong)


def _is_code(text: str) -> bool:
    return text.isdecimal() and len(text) <= 12


def _faults(given: Mapping[str, str], unit: str, days: Mapping[str, date | None]) -> Iterator[str]:
    """What of the words could not be understood, each as a sentence."""
    if unit and not _is_code(unit):
        yield _("“%(text)s” is no code of a unit: write 6, 9 or 12 digits.") % {"text": unit}
    for name, day in days.items():
        if day is None and (text := given.get(name, "").strip()[:LONGEST]):
            yield _("“%(text)s” is not a day. Write it like 2017-07-31.") % {"text": text}
    since, until = days["since"], days["until"]
    if since and until and until < since:
        yield _("The last day lies before the first: no entry can fit.")


def below_of(request: Request) -> int | None:
    """The entry after which the list goes on."""
    text = request.GET.get("below", "")
    return int(text) if text.isdecimal() and len(text) < 18 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
