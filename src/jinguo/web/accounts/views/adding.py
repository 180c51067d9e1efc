"""A new account."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render

from jinguo.access.actions import assign
from jinguo.accounts.actions import create_account
from jinguo.accounts.models import Account
from jinguo.accounts.rules import readable_password
from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.web.accounts.forms import AccountForm
from jinguo.web.accounts.keeper import keeper_or_404, units
from jinguo.web.base.request import Request


def add(request: Request) -> HttpResponse:
    """Who, as what, where; the password made for her is shown once, on the next page."""
    keeper_or_404(request)
    places = units(request, clock.today())
    form = AccountForm(request.POST or None, places=places)
    if request.method != "POST":
        return render(request, "accounts/add.html", {"form": form})
    if form.is_valid():
        password = readable_password()
        try:
            made = _made(request, form, password)
        except JinguoError as refusal:
            form.add_error("username", str(refusal))
        else:
            told = {"account": made, "password": password, "new": True}
            return render(request, "accounts/password.html", told)
    return render(request, "accounts/add.html", {"form": form}, status=400)


@transaction.atomic
def _made(request: Request, form: AccountForm, password: str) -> Account:
    made = create_account(
        username=form.cleaned_data["username"],
        display_name=form.cleaned_data["display_name"],
        password=password,
        by=request.actor,
        temporary=True,
    )
    assign(account_id=made.pk, role=form.cleaned_data["role"], place=form.place, by=request.actor)
    return made
