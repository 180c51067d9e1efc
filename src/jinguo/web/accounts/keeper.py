"""Whoever keeps accounts, and the places whose roles she may give."""

from collections.abc import Iterator
from datetime import date

from jinguo.access.queries import AccountLine, account_line
from jinguo.access.rules import TITLES
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place, within
from jinguo.divisions.rules.codes import bounds
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import ACCOUNTS
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request

Choices = list[tuple[str, list[tuple[str, str]]]]


def keeper_or_404(request: Request) -> None:
    """Raises ``Refused`` for whoever keeps no accounts."""
    if not request.actor.prefixes(ACCOUNTS):
        raise Refused("address", "/accounts/", right=ACCOUNTS)


def line_or_404(request: Request, number: int, day: date) -> AccountLine:
    """An account in her scope; raises ``Refused`` outside it."""
    line = account_line(number, request.actor, day)
    if line is None:
        raise Refused("account", number, right=ACCOUNTS)
    return line


def kept_or_404(request: Request, number: int, day: date) -> AccountLine:
    """An account that she may change; raises ``Refused`` where a part of it is not hers to keep."""
    line = line_or_404(request, number, day)
    if not line.kept:
        raise Refused("account", number, right=ACCOUNTS)
    return line


def units(request: Request, day: date) -> list[Place]:
    """The counties, townships and villages whose roles she may give, by code."""
    found: dict[str, Place] = {}
    for prefix in request.actor.prefixes(ACCOUNTS):
        found |= {one.code: one for one in within(*bounds(prefix), day)}
    return [found[code] for code in sorted(found) if found[code].level >= Level.COUNTY]


def unit_choices(places: list[Place]) -> Choices:
    """Units for a list to choose from: a group for each township, the county before them."""
    groups: Choices = []
    for one in places:
        entry = (one.prefix, federation_name(one))
        if one.level < Level.VILLAGE or not groups:
            groups.append((one.short, [entry]))
        else:
            groups[-1][1].append(entry)
    return groups


def role_choices() -> Iterator[tuple[str, str]]:
    """The roles by their names."""
    return ((role, str(title)) for role, title in TITLES.items())
