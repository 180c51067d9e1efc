"""Addresses of the door. Accounts are made by the office, so nobody signs up here."""

from allauth.account.views import logout
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from jinguo.web.signin import views
from jinguo.web.signin.invited import invited

sign_out = login_not_required(logout)
"""Who is signed out already is not asked to sign in first."""

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("invited/<str:token>/", invited, name="invited"),
    path("sign-out/", sign_out, name="account_logout"),
]
