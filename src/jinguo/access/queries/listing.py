"""The accounts that somebody keeps, with what each is and where."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from jinguo.access.models import Assignment
from jinguo.accounts.models import Account
from jinguo.divisions.queries import Place, latest_of
from jinguo.kernel.actor import ACCOUNTS, Actor
from jinguo.people.models import Person
from jinguo.roster.models import Appointment

STATES = ("active", "never", "disabled")


@dataclass(frozen=True, slots=True)
class Held:
    """A role, and the place it is held on."""

    role: str
    place: Place


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as its keeper sees it. ``person`` is her name in the roster, if she is in it.

    ``kept`` says whether the reader may change it: nothing of it lies outside what she keeps.
    """

    id: int
    username: str
    display_name: str
    active: bool
    last_login: datetime | None
    person_id: int | None
    person: str
    roles: tuple[Held, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of accounts, and how many there are in all."""

    total: int
    lines: list[AccountLine]


def account_page(
    reader: Actor, day: date, *, words: str = "", state: str = "", page: int = 1, size: int = 30
) -> AccountPage:
    """The accounts in the reader's scope whose names fit the words, by user name."""
    own = _Scope(reader, day)
    found = own.visible().filter(_named(words)).filter(_of_state(state)).order_by("username")
    start = (page - 1) * size
    return AccountPage(found.count(), own.lines(found[start : start + size]))


def account_line(account_id: int, reader: Actor, day: date) -> AccountLine | None:
    """One account in the reader's scope; None outside it."""
    own = _Scope(reader, day)
    found = own.lines(own.visible().filter(pk=account_id))
    return found[0] if found else None


def account_roles(account_id: int) -> list[Held]:
    """The roles of one account with their places. Two queries."""
    held = Assignment.objects.filter(account_id=account_id).order_by("pk")
    pairs = list(held.values_list("role", "division_id"))
    places = latest_of({division for _role, division in pairs})
    return [Held(role, places[division]) for role, division in pairs]


class _Scope:
    """Accounts belong where they hold a role or their person a post; who belongs nowhere is seen
    by everybody who keeps accounts."""

    def __init__(self, reader: Actor, day: date) -> None:
        self.prefixes = reader.prefixes(ACCOUNTS)
        self.held: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for account, role, division in Assignment.objects.order_by("pk").values_list(
            "account_id", "role", "division_id"
        ):
            self.held[account].append((division, role))
        self.seats: dict[int, set[int]] = defaultdict(set)
        of_accounts = Account.objects.filter(person_id__isnull=False).values("person_id")
        standing = Appointment.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gt=day), person_id__in=of_accounts
        )
        for person, division in standing.values_list("person_id", "federation__division_id"):
            self.seats[person].add(division)
        self.places = latest_of(
            {one for held in self.held.values() for one, _role in held}.union(*self.seats.values())
        )

    def visible(self) -> QuerySet[Account]:
        """The accounts the reader may see."""
        if not self.prefixes:
            return Account.objects.none()
        pairs = Account.objects.values_list("pk", "person_id")
        return Account.objects.filter(
            pk__in=[pk for pk, person in pairs if self._seen(self._where(pk, person))]
        )

    def lines(self, accounts: QuerySet[Account]) -> list[AccountLine]:
        """These accounts with roles and the names of their persons."""
        rows = list(accounts)
        names = _names([one.person_id for one in rows if one.person_id])
        return [self._line(one, names) for one in rows]

    def _line(self, one: Account, names: dict[int, str]) -> AccountLine:
        where = self._where(one.pk, one.person_id)
        return AccountLine(
            one.pk, one.username, one.display_name, one.is_active, one.last_login, one.person_id,
            names.get(one.person_id or 0, ""),
            tuple(Held(role, self.places[place]) for place, role in self.held.get(one.pk, ())),
            all(self._inside(division) for division in where),
        )  # fmt: skip

    def _where(self, account_id: int, person_id: int | None) -> set[int]:
        roles = {division for division, _role in self.held.get(account_id, ())}
        return roles | self.seats.get(person_id or 0, set())

    def _seen(self, divisions: Collection[int]) -> bool:
        return not divisions or any(self._inside(one) for one in divisions)

    def _inside(self, division_id: int) -> bool:
        return self.places[division_id].code.startswith(self.prefixes)


def _names(person_ids: Sequence[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=person_ids).values_list("pk", "name"))


def _named(words: str) -> Q:
    fits = Q()
    for word in words.split():
        of_person = Person.objects.filter(name__icontains=word).values("pk")
        fits &= (
            Q(username__icontains=word)
            | Q(display_name__icontains=word)
            | Q(person_id__in=of_person)
        )
    return fits


def _of_state(state: str) -> Q:
    states = {
        "active": Q(is_active=True),
        "never": Q(is_active=True, last_login__isnull=True),
        "disabled": Q(is_active=False),
    }
    return states.get(state, Q())
