"""Setting up a second factor. Whoever was signed in elsewhere with the password alone is out from that moment."""

from __future__ import annotations

from typing import Any

from allauth.account.views import PasswordChangeView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib.auth import update_session_auth_hash
from django.db.models import F
from django.http import HttpRequest, HttpResponse

from safetyportal.accounts.adapter import FACTORS
from safetyportal.accounts.models import User


def has_factor(user: User) -> bool:
    """Whether a passkey or a code app was set up."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def only_here(request: HttpRequest) -> None:
    """End every session of whoever is signed in but this one."""
    user: User = request.user  # type: ignore[assignment]
    User.objects.filter(pk=user.pk).update(session_round=F("session_round") + 1)
    user.refresh_from_db(fields=["session_round"])
    update_session_auth_hash(request, user)


class ActivateCodeApp(ActivateTOTPView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        only_here(self.request)
        return answer


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        only_here(self.request)
        return answer


class ChangePassword(PasswordChangeView):  # type: ignore[misc]
    template_name = "account/password_change.html"

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        only_here(self.request)
        return answer
