"""One account: what it is, and what can be done with it."""

from django.http import HttpResponse
from django.shortcuts import render

from jinguo.access.queries import AccountLine
from jinguo.accounts.queries import has_second, locked_for_codes, locked_until, signed_in
from jinguo.kernel import clock
from jinguo.kernel.actor import ACCOUNTS
from jinguo.roster.queries.sitters import sitting_named
from jinguo.web.accounts.forms import NameForm, RoleForm
from jinguo.web.accounts.keeper import line_or_404, units
from jinguo.web.base.request import Request


def account(request: Request, number: int) -> HttpResponse:
    """Names, roles, whether she may sign in, whose it is."""
    line = line_or_404(request, number, clock.today())
    return account_page(request, line)


def account_page(
    request: Request,
    line: AccountLine,
    *,
    name: NameForm | None = None,
    role: RoleForm | None = None,
) -> HttpResponse:
    """The page, with the forms as they were sent where something in them is wrong."""
    now = clock.now()
    today = now.date()
    wrong = bool((name and name.errors) or (role and role.errors))
    sought = request.GET.get("person", "").strip()[:60]
    found = sitting_named(sought, request.actor.prefixes(ACCOUNTS), today) if sought else []
    return render(
        request,
        "accounts/account.html",
        {
            "line": line,
            "locked": locked_until(line.username, "", now) or locked_for_codes(line.id, now),
            "second": has_second(line.id),
            "sessions": len(signed_in(line.id, now)),
            "own": line.id == request.actor.id,
            "name_form": name or NameForm(initial={"display_name": line.display_name}),
            "role_form": role or RoleForm(places=units(request, today)),
            "sought": sought,
            "people": found,
        },
        status=400 if wrong else 200,
    )
