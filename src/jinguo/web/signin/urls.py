"""Addresses of the door. Accounts are made by the office, so nobody signs up here."""

from allauth.account.views import logout
from django.urls import path

from jinguo.web.signin import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-out/", logout, name="account_logout"),
]
