"""Why somebody may, who else may, and who could let her."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jinguo.access.queries.claims import Claim, claims
from jinguo.access.queries.objects import Thing
from jinguo.access.rules import RIGHTS
from jinguo.accounts.models import Account
from jinguo.kernel.actor import ACCOUNTS, DELEGATION, IMPORT, OWN, VIEW, Actor, Reason

ACCOUNT = "account"


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


def rights_on(kind: str) -> tuple[str, ...]:
    """What can be asked about a thing of this kind: an account is seen and kept, no more."""
    return (VIEW, ACCOUNTS) if kind == ACCOUNT else tuple(RIGHTS)


def explain(actor: Actor, capability: str, thing: Thing) -> tuple[Reason, ...]:
    """Every reason for which the actor may do this with the thing; empty where she may not.

    Whoever keeps accounts in a place of an account sees it; to keep it she must keep all of them.
    """
    right = _right(capability, thing)
    fits = [one for one in actor.grants if one.capability == right and _fits(one.prefix, thing)]
    if not _enough({one.prefix for one in fits}, capability, thing):
        return ()
    found = [one.reason for one in fits]
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
    right = _right(capability, thing)
    found = [one for one in every if right in one.capabilities and _fits(one.place.prefix, thing)]
    reach: dict[int, set[str]] = {}
    for one in found:
        reach.setdefault(one.account_id, set()).add(one.place.prefix)
    return [one for one in found if _enough(reach[one.account_id], capability, thing)]


def _right(capability: str, thing: Thing) -> str:
    """An account is seen by whoever keeps accounts."""
    return ACCOUNTS if (thing.kind, capability) == (ACCOUNT, VIEW) else capability


def _fits(prefix: str, thing: Thing) -> bool:
    """Whether a right there is one on the thing; an account of no place is everybody's to keep."""
    if thing.kind == ACCOUNT and not thing.codes:
        return True
    return any(code.startswith(prefix) for code in thing.codes)


def _enough(prefixes: Collection[str], capability: str, thing: Thing) -> bool:
    if (thing.kind, capability) != (ACCOUNT, ACCOUNTS):
        return True
    return all(code.startswith(tuple(prefixes)) for code in thing.codes)


def _names(found: list[Claim], names: dict[int, str]) -> tuple[str, ...]:
    nearest = sorted(found, key=lambda one: (-one.place.level, names[one.account_id]))
    return tuple(dict.fromkeys(names[one.account_id] for one in nearest))
