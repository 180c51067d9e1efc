"""``jinguo explain``: may somebody do this with that, and why, or why not."""

import json
import sys
from datetime import date

import click
from django.utils.translation import gettext as _

from jinguo.access.queries import actor_for
from jinguo.access.queries.explaining import explain, givers, rights_on
from jinguo.access.queries.objects import Thing, named_things
from jinguo.access.queries.sentences import givers_in_words, sentences
from jinguo.access.rules import RIGHTS
from jinguo.accounts.models import Account
from jinguo.accounts.queries import accounts
from jinguo.cli.parameters import DAY
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.clock import today


@click.command("explain", help=_("May somebody do this with that, and why?"))
@click.argument("user")
@click.argument("action")
@click.argument("thing", metavar="OBJECT")
@click.option("--on", "on", type=DAY, help=_("The day; today unless given."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def explain_(user: str, action: str, thing: str, on: date | None, *, as_json: bool) -> None:
    """Exit code 0 for yes, 1 for no, 2 where a word is not known or could mean several."""
    prepare_database()
    day = on or today()
    account, capability = _account(user), _capability(action)
    about = _thing(thing, day)
    if capability not in rights_on(about.kind):
        known = ", ".join(RIGHTS[one].word for one in rights_on(about.kind))
        raise click.UsageError(
            _("About an account only these actions can be asked: %(known)s.") % {"known": known}
        )
    actor = actor_for(account.pk, str(account), day)
    reasons = explain(actor, capability, about) if account.is_active else ()
    if reasons:
        said = sentences(reasons, about.places)
    else:
        said = givers_in_words(givers(capability, about, day))
        if not account.is_active:
            said = [_("The account is disabled."), *said]
    answer = {
        "user": account.username, "action": capability, "kind": about.kind,
        "object": about.number, "name": about.name, "on": day.isoformat(),
        "allowed": bool(reasons), "because" if reasons else "instead": said,
    }  # fmt: skip
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else _told(answer, said))
    sys.exit(0 if reasons else 1)


def _told(answer: dict[str, object], said: list[str]) -> str:
    words = {
        "user": answer["user"], "action": str(RIGHTS[str(answer["action"])].title),
        "thing": f"{answer['name']} ({answer['kind']} {answer['object']})", "on": answer["on"],
    }  # fmt: skip
    head = (
        _("✓ %(user)s may: %(action)s — %(thing)s, on %(on)s. Because:")
        if answer["allowed"]
        else _("✗ %(user)s may not: %(action)s — %(thing)s, on %(on)s.")
    )
    return "\n".join([head % words, *(f"  {line}" for line in said)])


def _account(user: str) -> Account:
    known = list(accounts())
    exact = [one for one in known if one.username == user]
    if exact:
        return exact[0]
    near = [one for one in known if user.lower() in f"{one.username} {one.display_name}".lower()]
    if len(near) == 1:
        return near[0]
    raise click.UsageError(
        _("There is no account “%(name)s”. Accounts: %(known)s.")
        % {"name": user, "known": _list([f"{one.username} ({one})" for one in near or known])}
    )


def _capability(action: str) -> str:
    for name, right in RIGHTS.items():
        if action in (name, right.word):
            return name
    words = {"word": action, "known": ", ".join(one.word for one in RIGHTS.values())}
    raise click.UsageError(_("“%(word)s” is no action. Actions: %(known)s.") % words)


def _thing(words: str, day: date) -> Thing:
    found = named_things(words, day)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(
            _("Nothing is called “%(words)s”. Give a code, a name, batch:3, or account:NAME.")
            % {"words": words}
        )
    raise click.UsageError(
        _("“%(words)s” could be: %(known)s.")
        % {"words": words, "known": _list([_candidate(one) for one in found])}
    )


def _candidate(one: Thing) -> str:
    where = f" {one.places[0].name}" if one.places and one.kind != "unit" else ""
    return f"{one.kind}:{one.number} {one.name}{where}"


def _list(names: list[str]) -> str:
    return "; ".join(names[:12]) + (" …" if len(names) > 12 else "")
