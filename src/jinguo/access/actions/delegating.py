"""Lending rights for a time, and having somebody act for a vacant chair."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from jinguo.access.errors import DelegationUnfit, DelegationUnknown, NotToLend
from jinguo.access.models import Delegation
from jinguo.access.rules import CAPABILITIES, LEVELS, LONGEST_DELEGATION, TITLES
from jinguo.accounts.models import Account
from jinguo.audit.actions import record
from jinguo.divisions.queries import Place, latest
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import APPOINT, DELEGATION, Actor


@dataclass(frozen=True, slots=True)
class Loan:
    """A role on a place for an account, from a day until another; ``acting`` for its chair."""

    account_id: int
    role: str
    place: Place
    starts_on: date
    ends_on: date
    reason: str
    acting: bool = False


@transaction.atomic
def delegate(*, loan: Loan, by: Actor, today: date) -> Delegation:
    """Lend a role. Nobody lends more than she has, nor what was lent to her, nor to herself.

    Raises ``NotToLend`` and ``DelegationUnfit``.
    """
    unit = latest(loan.place.division_id)
    wrong = _unfit(loan, unit, by, today)
    if wrong:
        raise DelegationUnfit(why=wrong)
    if not may_lend(by, loan.role, unit):
        lacks = next(
            (one for one in CAPABILITIES[loan.role] if not by.may(one, unit.code)), APPOINT
        )
        raise NotToLend(role=TITLES[loan.role], unit=federation_name(unit)).asked(
            by, lacks, "unit", unit.code, unit.code
        )
    made = Delegation.objects.create(
        giver_id=by.id,
        giver=by.name,
        account_id=loan.account_id,
        role=loan.role,
        division_id=unit.division_id,
        starts_on=loan.starts_on,
        ends_on=loan.ends_on,
        acting=loan.acting,
        reason=loan.reason.strip(),
    )
    record(
        by=by,
        verb="rights.delegated",
        subject="account",
        subject_id=loan.account_id,
        unit_code=unit.code,
        after={
            "role": loan.role,
            "starts_on": loan.starts_on.isoformat(),
            "ends_on": loan.ends_on.isoformat(),
            "acting": loan.acting,
        },
        reason=loan.reason.strip(),
    )
    return made


@transaction.atomic
def end_delegation(*, delegation_id: int, today: date, by: Actor) -> None:
    """End one before its day; again changes nothing. Raises ``DelegationUnknown``."""
    found = Delegation.objects.select_for_update().filter(pk=delegation_id).first()
    if found is None:
        raise DelegationUnknown
    unit = latest(found.division_id)
    if not may_end(found, unit, by):
        raise DelegationUnknown().asked(by, APPOINT, "account", found.account_id, unit.code)
    if found.ended_at is not None:
        return
    found.ended_at = Now()
    found.ended_by = by.name
    found.save(update_fields=["ended_at", "ended_by"])
    record(
        by=by,
        verb="rights.delegation_ended",
        subject="account",
        subject_id=found.account_id,
        unit_code=unit.code,
        before={"ends_on": found.ends_on.isoformat()},
        after={"ends_on": min(today, found.ends_on).isoformat()},
        role=found.role,
    )


def may_lend(by: Actor, role: str, unit: Place) -> bool:
    """Whether somebody has every right of a role at a place, and not only by a delegation."""
    own = {
        grant.capability
        for grant in by.grants
        if grant.reason.kind != DELEGATION and unit.code.startswith(grant.prefix)
    }
    return own >= set(CAPABILITIES[role])


def may_end(one: Delegation, unit: Place, by: Actor) -> bool:
    """Its giver, its holder, and whoever may give posts in the unit."""
    return by.id in (one.giver_id, one.account_id) or by.may(APPOINT, unit.code)


def _unfit(loan: Loan, unit: Place, by: Actor, today: date) -> str:
    if loan.account_id == by.id:
        return _("Nobody delegates to herself.")
    if not Account.objects.filter(pk=loan.account_id, is_active=True).exists():
        return _("This account cannot sign in. Choose another one.")
    if unit.level not in LEVELS[loan.role]:
        return _("This role belongs on units of another level.")
    if loan.starts_on < today:
        return _("It begins today or later.")
    if not loan.starts_on < loan.ends_on <= loan.starts_on + LONGEST_DELEGATION:
        return _("It ends after it begins, and within a year.")
    return "" if loan.reason.strip() else _("Say why.")
