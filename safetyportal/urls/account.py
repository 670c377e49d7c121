"""Signing in, one URL at a time: what allauth has and we do not list, such as signing up, does not exist.

allauth asks for the names of pages it may not find (account_signup, account_email) and does without them.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from safetyportal.accounts import views
from safetyportal.accounts.second_factor import (
    ActivateCodeApp,
    AddPasskey,
    ChangePassword,
    DeactivateCodeApp,
    NewRecoveryCodes,
    RemovePasskey,
)
from safetyportal.people.views import away, coming_in, own
from safetyportal.policy.gate import action

anybody, signed_in = action("public.write"), action("account.use")

urlpatterns = [
    path("inloggen/", anybody(account.login), name="account_login"),
    path("inloggen/code/", anybody(mfa.authenticate), name="mfa_authenticate"),
    path("inloggen/wachtwoord/", coming_in.forgotten_password, name="account_reset_password"),
    path("uitnodiging/", coming_in.link_use, name="link_use"),
    path("uitnodiging/<str:token>/", coming_in.link_open, name="link_open"),
    path("inloggen/uitgezet/", anybody(account.account_inactive), name="account_inactive"),
    path("uitloggen/", anybody(account.logout), name="account_logout"),
    path("thuis/", views.home_of_user, name="home_of_user"),
    path("account/", own.account_home, name="account_home"),
    path("account/ingelogd/", own.account_sessions, name="account_sessions"),
    path("account/ingelogd/anderen/", own.account_sessions_end_others, name="account_sessions_end_others"),
    path("account/ingelogd/<int:pk>/", own.account_session_end, name="account_session_end"),
    path("account/afwezig/", away.own_absence, name="own_absence"),
    path("account/afwezig/<int:pk>/weg/", away.own_absence_end, name="own_absence_end"),
    path("account/mail/", away.own_mails, name="own_mails"),
    path("account/bevestigen/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("account/2fa/", signed_in(mfa.index), name="mfa_index"),
    path("account/2fa/bevestigen/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("account/wachtwoord/", signed_in(ChangePassword.as_view()), name="account_change_password"),
    path("account/2fa/app/aanzetten/", signed_in(ActivateCodeApp.as_view()), name="mfa_activate_totp"),
    path("account/2fa/app/uitzetten/", signed_in(DeactivateCodeApp.as_view()), name="mfa_deactivate_totp"),
    path("inloggen/passkey/", anybody(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("account/2fa/passkeys/", signed_in(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("account/2fa/passkeys/erbij/", signed_in(AddPasskey.as_view()), name="mfa_add_webauthn"),
    path(
        "account/2fa/passkeys/bevestigen/",
        signed_in(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/2fa/passkeys/<int:pk>/naam/", signed_in(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path(
        "account/2fa/passkeys/<int:pk>/weg/", signed_in(RemovePasskey.as_view()), name="mfa_remove_webauthn"
    ),
    path(
        "account/2fa/herstelcodes/",
        signed_in(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/2fa/herstelcodes/nieuw/",
        signed_in(NewRecoveryCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/2fa/herstelcodes/downloaden/",
        signed_in(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]
