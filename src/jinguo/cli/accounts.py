"""``jinguo account``: who may sign in, and as what."""

import click
from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.access.actions import assign, revoke
from jinguo.access.errors import RoleNotHeld
from jinguo.access.models import Role
from jinguo.access.queries import actor_for
from jinguo.access.rules import LEVELS
from jinguo.accounts.actions import create_account, set_password
from jinguo.accounts.actions import disable as close
from jinguo.accounts.actions import enable as reopen
from jinguo.accounts.actions.entering import unlock
from jinguo.accounts.actions.second import drop_second
from jinguo.accounts.errors import AccountUnknown
from jinguo.accounts.models import Account
from jinguo.accounts.queries import account_named, accounts
from jinguo.accounts.rules import readable_password
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.queries import Place, place
from jinguo.divisions.queries.meanings import meanings
from jinguo.kernel.actor import VIEW, system
from jinguo.kernel.clock import today


@click.group(help=_("Accounts: who may sign in."))
def account() -> None:
    """Group of the account commands."""


@account.command(help=_("Give somebody an account; prints its password once."))
@click.argument("username")
@click.option("--role", type=click.Choice(Role.values), required=True, help=_("What she may do."))
@click.option("--unit", "code", required=True, help=_("Division code of her unit."))
@click.option("--name", default="", help=_("The name that pages show."))
def add(username: str, role: str, code: str, name: str) -> None:
    """Exit code 1 where the name is taken, 2 where unit and role do not fit."""
    prepare_database()
    unit = _unit(code)
    if unit.level not in LEVELS[role]:
        raise click.UsageError(
            _("The role “%(role)s” cannot be held on %(unit)s: it is on another level.")
            % {"role": role, "unit": f"{unit.code} {unit.name}"}
        )
    password = readable_password()
    with transaction.atomic():
        made = create_account(
            username=username, display_name=name, password=password, by=system(), temporary=True
        )
        assign(account_id=made.pk, role=role, place=unit, by=system())
    click.echo(_line(made))
    _tell_password(password)


@account.command("password", help=_("Give an account a new password; prints it once."))
@click.argument("username")
def password_(username: str) -> None:
    """For whoever has forgotten hers: nobody can look the old one up."""
    prepare_database()
    password = readable_password()
    given = set_password(username=username, password=password, by=system(), temporary=True)
    click.echo(_line(given))
    _tell_password(password)


@account.command(help=_("Let nobody sign in with an account any more; nothing of it is lost."))
@click.argument("username")
def disable(username: str) -> None:
    """Exit code 1 where nobody else would keep the accounts of its county."""
    prepare_database()
    click.echo(_line(close(account_id=_named(username).pk, by=system())))


@account.command(help=_("Let somebody sign in again with a disabled account."))
@click.argument("username")
def enable(username: str) -> None:
    """She signs in with the password she had."""
    prepare_database()
    click.echo(_line(reopen(account_id=_named(username).pk, by=system())))


@account.command("unlock", help=_("Let somebody try again who failed to sign in too often."))
@click.argument("username")
@click.option(
    "--second-factor", is_flag=True, help=_("Turn her second factor off too: the phone is lost.")
)
def unlock_(username: str, *, second_factor: bool) -> None:
    """The way in again for whoever keeps accounts alone."""
    prepare_database()
    found = _named(username)
    unlock(account_id=found.pk, by=system())
    if second_factor:
        drop_second(account_id=found.pk, by=system())
    click.echo(_line(found))


@account.command(help=_("Take a role from an account."))
@click.argument("username")
@click.option("--role", type=click.Choice(Role.values), required=True, help=_("What to take."))
@click.option("--unit", "code", required=True, help=_("Division code of her unit."))
def take(username: str, role: str, code: str) -> None:
    """Exit code 1 where she did not hold it, or nobody else would keep the accounts."""
    prepare_database()
    found = _named(username)
    if not revoke(account_id=found.pk, role=role, place=_unit(code), by=system()):
        raise RoleNotHeld(name=username, role=role)
    click.echo(_line(found))


@account.command("list", help=_("All accounts with their roles and units."))
def list_() -> None:
    """One line an account."""
    prepare_database()
    for one in accounts():
        click.echo(_line(one))


def _named(username: str) -> Account:
    found = account_named(username)
    if found is None:
        raise AccountUnknown(name=username)
    return found


def _tell_password(password: str) -> None:
    click.echo(_("Password: %(password)s  (not shown again)") % {"password": password})


def _unit(code: str) -> Place:
    """The place with this code today, else the last that had it."""
    try:
        return place(code, today())
    except DivisionUnknown as unknown:
        if past := meanings(code):
            return past[-1]
        raise click.UsageError(str(unknown)) from unknown


def _line(one: Account) -> str:
    """User name, name shown, and her roles with the units as they are called now."""
    grants = actor_for(one.pk, str(one), today()).grants
    held = [
        (grant.reason.role, _unit(grant.prefix)) for grant in grants if grant.capability == VIEW
    ]
    roles = "; ".join(f"{role} {unit.code} {unit.name}" for role, unit in held)
    return "  ".join([one.username, one.display_name or "—", roles or _("no role")])
