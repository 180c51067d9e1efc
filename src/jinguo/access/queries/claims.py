"""What an account can claim rights by: roles given to it, posts of its person, delegations."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection

from jinguo.access.rules import CAPABILITIES, role_of
from jinguo.divisions.queries import Place, latest_of
from jinguo.kernel.actor import ASSIGNMENT, DELEGATION, POST, Reason

_CLAIMS = """
select account_id, %(assignment)s as kind, role, division_id, null::int as level,
       null::date as since, null::date as until, 0::bigint as giver_id, '' as giver,
       false as acting, id as number
  from access_assignment where account_id = any(%(accounts)s)
union all
select c.id, %(post)s, a.post, f.division_id, f.level, a.starts_on, a.ends_on, 0, '', false, a.id
  from accounts_account c
  join roster_appointment a on a.person_id = c.person_id
  join federations_federation f on f.id = a.federation_id
 where c.id = any(%(accounts)s) and a.starts_on <= %(day)s
   and (a.ends_on is null or a.ends_on > %(day)s)
   and (f.closed_on is null or f.closed_on > %(day)s)
union all
select account_id, %(delegation)s, role, division_id, null, starts_on, ends_on, giver_id, giver,
       acting, id
  from access_delegation
 where account_id = any(%(accounts)s) and starts_on <= %(day)s and ends_on > %(day)s
   and ended_at is null
 order by 1, 2, 11
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of an account: the place it is held on as it is called today, and the reason."""

    account_id: int
    place: Place
    reason: Reason
    capabilities: tuple[str, ...]


def claims(account_ids: Collection[int], day: date) -> list[Claim]:
    """Everything by which these accounts have rights on a day; two queries, four with delegations.

    Posts that give none are left out. What was delegated is no more than its giver has herself
    on the day, without what was delegated to her.
    """
    found = _claims(account_ids, day)
    givers = {one.reason.giver_id for one in found if one.reason.kind == DELEGATION}
    if not givers:
        return found
    own = [one for one in _claims(givers, day) if one.reason.kind != DELEGATION]
    return [_lent(one, own) if one.reason.kind == DELEGATION else one for one in found]


def _claims(account_ids: Collection[int], day: date) -> list[Claim]:
    words: dict[str, list[int] | date | str] = {
        "accounts": list(account_ids),
        "day": day,
        "assignment": ASSIGNMENT,
        "post": POST,
        "delegation": DELEGATION,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMS, words)
        rows = cursor.fetchall()
    places = latest_of({row[3] for row in rows})
    found = []
    for (
        account,
        kind,
        word,
        division,
        level,
        since,
        until,
        giver_id,
        giver,
        acting,
        _number,
    ) in rows:
        role = role_of(word, level) if kind == POST else word
        if role:
            post = word if kind == POST else ""
            reason = Reason(kind, role, division, post, since, until, giver_id, giver, acting)
            found.append(Claim(account, places[division], reason, CAPABILITIES[role]))
    return found


def _lent(one: Claim, own: list[Claim]) -> Claim:
    """A delegation with what its giver can give at that place."""
    has = {
        capability
        for claim in own
        if claim.account_id == one.reason.giver_id and one.place.code.startswith(claim.place.prefix)
        for capability in claim.capabilities
    }
    kept = tuple(capability for capability in one.capabilities if capability in has)
    return Claim(one.account_id, one.place, one.reason, kept)
