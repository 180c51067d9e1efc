"""Why somebody may, who else may, and who could let her."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jinguo.access.queries.claims import Claim, claims
from jinguo.access.queries.objects import Thing
from jinguo.accounts.models import Account
from jinguo.kernel.actor import ACCOUNTS, DELEGATION, IMPORT, OWN, Actor, Reason


@dataclass(frozen=True, slots=True)
class Holder:
    """An account that may, and by what; ``level`` is that of its nearest place."""

    account_id: int
    name: str
    reasons: tuple[Reason, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Givers:
    """Who could let somebody: accounts that give roles there, and that could lend the right."""

    by_role: tuple[str, ...]
    by_delegation: tuple[str, ...]


def explain(actor: Actor, capability: str, thing: Thing) -> tuple[Reason, ...]:
    """Every reason for which the actor may do this with the thing; empty where she may not."""
    found = [reason for code in thing.codes for reason in actor.why(capability, code)]
    if capability == IMPORT and thing.owner_id == actor.id and actor.prefixes(IMPORT):
        found.append(Reason(OWN))
    return tuple(dict.fromkeys(found))


def who_may(capability: str, thing: Thing, day: date) -> list[Holder]:
    """Every account that can sign in and may on a day, the nearest units first.

    Three queries, five where something is delegated, however many they are.
    """
    names = _accounts()
    reasons: dict[int, list[Reason]] = {}
    levels: dict[int, int] = {}
    for one in _fitting(claims(names, day), capability, thing):
        reasons.setdefault(one.account_id, []).append(one.reason)
        levels[one.account_id] = max(levels.get(one.account_id, 0), one.place.level)
    found = [
        Holder(number, names[number], tuple(dict.fromkeys(why)), levels[number])
        for number, why in reasons.items()
    ]
    return sorted(found, key=lambda one: (-one.level, one.name, one.account_id))


def givers(capability: str, thing: Thing, day: date) -> Givers:
    """Who could let somebody do this: by a role, or by lending what she has by herself."""
    names = _accounts()
    every = claims(names, day)
    own = [one for one in every if one.reason.kind != DELEGATION]
    return Givers(
        _names(_fitting(every, ACCOUNTS, thing), names),
        _names(_fitting(own, capability, thing), names),
    )


def _accounts() -> dict[int, str]:
    return {one.pk: str(one) for one in Account.objects.filter(is_active=True)}


def _fitting(every: Collection[Claim], capability: str, thing: Thing) -> list[Claim]:
    return [
        one
        for one in every
        if capability in one.capabilities
        and any(code.startswith(one.place.prefix) for code in thing.codes)
    ]


def _names(found: list[Claim], names: dict[int, str]) -> tuple[str, ...]:
    nearest = sorted(found, key=lambda one: (-one.place.level, names[one.account_id]))
    return tuple(dict.fromkeys(names[one.account_id] for one in nearest))
