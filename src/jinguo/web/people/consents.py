"""What a woman agreed to: recorded, and withdrawn as easily."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.kernel import clock
from jinguo.kernel.errors import JinguoError
from jinguo.people.enums import ConsentKind, ConsentWay
from jinguo.people.queries import consents_of
from jinguo.roster.actions.consenting import give_consent, withdraw_consent
from jinguo.web.base.request import Request
from jinguo.web.people.correcting import keeper_card


class ConsentForm(forms.Form):
    """To what she agreed, for what, when and how."""

    kind = forms.ChoiceField(choices=ConsentKind.choices)
    purpose = forms.CharField(max_length=120)
    given_on = forms.DateField()
    way = forms.ChoiceField(choices=ConsentWay.choices)


class WithdrawForm(forms.Form):
    """Which consent ends."""

    consent = forms.IntegerField()


def consents(request: Request, person_id: int) -> HttpResponse:
    """The list, and the form of a new one; each in force has its button to withdraw it."""
    card, today = keeper_card(request, person_id), clock.today()
    ending = WithdrawForm(request.POST) if "consent" in request.POST else None
    bound = request.POST if request.method == "POST" and ending is None else None
    form = ConsentForm(bound, initial={"given_on": today})
    try:
        if ending is not None and ending.is_valid():
            withdraw_consent(
                person_id=person_id, consent_id=ending.cleaned_data["consent"], on=today,
                today=today, by=request.actor,
            )  # fmt: skip
            messages.success(request, _("Recorded: she withdrew this consent."))
            return HttpResponseRedirect(reverse("people:consents", args=[person_id]))
        if form.is_valid():
            words = form.cleaned_data
            give_consent(
                person_id=person_id, kind=ConsentKind(words["kind"]), purpose=words["purpose"],
                way=ConsentWay(words["way"]), given_on=words["given_on"], today=today,
                by=request.actor,
            )  # fmt: skip
            messages.success(request, _("Recorded: she agreed."))
            return HttpResponseRedirect(reverse("people:consents", args=[person_id]))
    except JinguoError as refusal:
        form.add_error(None, str(refusal)) if form.is_bound else messages.error(
            request, str(refusal)
        )
    context = {"card": card, "form": form, "consents": consents_of(person_id)}
    return render(request, "people/consents.html", context, status=400 if form.errors else 200)
