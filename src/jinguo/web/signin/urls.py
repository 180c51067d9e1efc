"""Addresses of the door. Accounts are made by the office, so nobody signs up here."""

from allauth.account.views import logout, reauthenticate
from allauth.mfa.base.views import reauthenticate as reauthenticate_by_code
from allauth.mfa.recovery_codes.views import (
    download_recovery_codes,
    generate_recovery_codes,
    view_recovery_codes,
)
from allauth.mfa.totp.views import deactivate_totp
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import RedirectView

from jinguo.web.signin import passkeys, views
from jinguo.web.signin.invited import invited
from jinguo.web.signin.second import turn_on

sign_out = login_not_required(logout)
"""Who is signed out already is not asked to sign in first."""

second = RedirectView.as_view(pattern_name="me:me")
"""The library's own overview stands on the page of one's account."""

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("invited/<str:token>/", invited, name="invited"),
    path(
        "sign-in/code/",
        login_not_required(passkeys.Authenticate.as_view()),
        name="mfa_authenticate",
    ),
    path("sign-in/again/", reauthenticate, name="account_reauthenticate"),
    path("sign-in/again/code/", reauthenticate_by_code, name="mfa_reauthenticate"),
    path(
        "sign-in/passkey/",
        login_not_required(passkeys.ByPasskey.as_view()),
        name="mfa_login_webauthn",
    ),
    path("sign-in/again/passkey/", passkeys.Again.as_view(), name="mfa_reauthenticate_webauthn"),
    path("me/passkeys/add/", passkeys.Add.as_view(), name="mfa_add_webauthn"),
    path("me/passkeys/<int:pk>/name/", passkeys.Rename.as_view(), name="mfa_edit_webauthn"),
    path("me/passkeys/<int:pk>/remove/", passkeys.Remove.as_view(), name="mfa_remove_webauthn"),
    path("me/second/", second, name="mfa_index"),
    path("me/second/add/", turn_on, name="mfa_activate_totp"),
    path("me/second/remove/", deactivate_totp, name="mfa_deactivate_totp"),
    path("me/second/codes/", view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/second/codes/new/", generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("me/second/codes.txt", download_recovery_codes, name="mfa_download_recovery_codes"),
    path("sign-out/", sign_out, name="account_logout"),
]
