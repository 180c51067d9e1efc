"""Addresses of keeping accounts."""

from django.urls import path

from jinguo.web.accounts.views import account, adding, deeds, inviting, listing

app_name = "accounts"

urlpatterns = [
    path("", listing.accounts, name="list"),
    path("add/", adding.add, name="add"),
    path("invitations/", inviting.invitations, name="invitations"),
    path("invitations/chairs/", inviting.of_chairs, name="chairs"),
    path("invitations/one/", inviting.of_one, name="invite"),
    path("invitations/links.xlsx", inviting.workbook, name="links"),
    path("invitations/<int:number>/renew/", inviting.again, name="renew"),
    path("invitations/<int:number>/withdraw/", inviting.back, name="withdraw"),
    path("<int:number>/", account.account, name="account"),
    path("<int:number>/name/", deeds.name, name="name"),
    path("<int:number>/roles/", deeds.give, name="give"),
    path("<int:number>/roles/take/", deeds.take, name="take"),
    path("<int:number>/state/", deeds.state, name="state"),
    path("<int:number>/password/", deeds.password, name="password"),
    path("<int:number>/unlock/", deeds.unlocked, name="unlock"),
    path("<int:number>/sign-out/", deeds.sign_out, name="sign_out"),
    path("<int:number>/second/", deeds.second, name="second"),
    path("<int:number>/person/", deeds.person, name="person"),
]
