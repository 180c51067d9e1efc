"""Delegations: those somebody gave or holds, those of her units, and who acts for a chair."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, IntegerField, Q, When

from jinguo.access.models import Delegation
from jinguo.access.queries.claims import claims
from jinguo.accounts.models import Account
from jinguo.accounts.queries import names_of_accounts
from jinguo.divisions.queries import Place, latest_of
from jinguo.kernel.actor import APPOINT, DELEGATION, Actor
from jinguo.roster.queries.committees import committee

STATES = ("running", "ahead", "over", "ended")
"""In the order in which a list has them."""


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A delegation as a list shows it; ``state`` is ahead, running, over or ended."""

    id: int
    place: Place
    role: str
    giver: str
    holder: str
    holder_id: int
    starts_on: date
    ends_on: date
    acting: bool
    reason: str
    state: str
    ended_by: str

    @property
    def last(self) -> date:
        """The last day on which it holds, or would have held."""
        return self.ends_on - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DelegationPage:
    """One page of delegations, and how many there are in all."""

    total: int
    lines: list[DelegationLine]


def delegations(reader: Actor, day: date, *, page: int = 1, size: int = 30) -> DelegationPage:
    """Those the reader gave, holds, or whose unit's posts she gives; running ones first."""
    rows = Delegation.objects.all()
    places = latest_of(set(rows.values_list("division_id", flat=True).distinct()))
    mine = {number for number, place in places.items() if reader.may(APPOINT, place.code)}
    seen = Q(giver_id=reader.id) | Q(account_id=reader.id) | Q(division_id__in=mine)
    own = rows.filter(seen).order_by(_rank(day), "-ends_on", "-pk")
    start = (page - 1) * size
    found = list(own[start : start + size])
    names = names_of_accounts({one.account_id for one in found})
    lines = [
        DelegationLine(
            one.pk, places[one.division_id], one.role, one.giver, names.get(one.account_id, ""),
            one.account_id, one.starts_on, one.ends_on, one.acting, one.reason,
            state_of(one, day), one.ended_by,
        )
        for one in found
    ]  # fmt: skip
    return DelegationPage(own.count(), lines)


def _rank(day: date) -> Case:
    """The place of a state among ``STATES``, told apart as in ``state_of``."""
    return Case(
        When(ended_at__isnull=False, then=STATES.index("ended")),
        When(starts_on__gt=day, then=STATES.index("ahead")),
        When(ends_on__gt=day, then=STATES.index("running")),
        default=STATES.index("over"),
        output_field=IntegerField(),
    )


def state_of(one: Delegation, day: date) -> str:
    """Whether it holds on a day, and if not, why not."""
    if one.ended_at is not None:
        return "ended"
    if day < one.starts_on:
        return "ahead"
    return "running" if day < one.ends_on else "over"


def acting_chairs(division_ids: Collection[int], day: date) -> dict[int, tuple[str, date]]:
    """Division → who acts for its chair on a day, and until when.

    What her giver could not give on that day makes nobody act.
    """
    found = Delegation.objects.filter(
        division_id__in=division_ids, acting=True, ended_at__isnull=True, starts_on__lte=day,
        ends_on__gt=day,
    ).order_by("pk")  # fmt: skip
    rows = _still_given(list(found), day)
    names = names_of_accounts({one.account_id for one in rows})
    return {one.division_id: (names.get(one.account_id, ""), one.ends_on) for one in rows}


def _still_given(rows: Sequence[Delegation], day: date) -> list[Delegation]:
    """Those whose giver may still give posts there: the right they were given by."""
    if not rows:
        return []
    own = [
        one
        for one in claims({row.giver_id for row in rows}, day)
        if one.reason.kind != DELEGATION and APPOINT in one.capabilities
    ]
    places = latest_of({row.division_id for row in rows})
    return [
        row
        for row in rows
        if any(
            one.account_id == row.giver_id
            and places[row.division_id].code.startswith(one.place.prefix)
            for one in own
        )
    ]


def colleagues(federation_id: int, day: date, *, but: int) -> list[tuple[int, str]]:
    """Accounts of those who sit in a unit, by name, other than the one asking."""
    names = {seat.person_id: seat.name for seat in committee(federation_id, day)}
    found = Account.objects.filter(person_id__in=names, is_active=True).exclude(pk=but)
    return [
        (one.pk, names[one.person_id]) for one in found.order_by("pk") if one.person_id is not None
    ]
