"""Changing how one signs in: a password, a passkey, a code app. What another did to the account meanwhile goes first.

Each change locks the account, ends every other session, is written down and told to the owner by mail.
"""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.views import PasswordChangeView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from safetyportal.accounts.adapter import FACTORS
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record
from safetyportal.notices.outbox import tell


def has_factor(user: User) -> bool:
    """Whether a passkey or a code app was set up."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def only_here(request: HttpRequest) -> None:
    """End every session of whoever is signed in but this one, listed or not."""
    user: User = request.user  # type: ignore[assignment]
    User.objects.filter(pk=user.pk).update(session_round=F("session_round") + 1)
    user.refresh_from_db(fields=["session_round"])
    update_session_auth_hash(request, user)
    # The session has a new key; the list of sessions must know it.
    UserSession.objects.filter(user=user).delete()
    UserSession.objects.create_from_request(request)


def _is_still(user: User) -> bool:
    """Lock the account. False when it was switched off, begun anew or signed out since this request began."""
    now = User.objects.select_for_update(of=("self",), no_key=True).filter(pk=user.pk).first()
    return (
        now is not None
        and now.is_active
        and (now.session_round, now.password) == (user.session_round, user.password)
    )


class OwnAccountMixin:
    """A form of allauth's that changes how one signs in. `changed` is what is written down."""

    changed: ClassVar[str]
    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        user: User = self.request.user  # type: ignore[assignment]
        with transaction.atomic():
            if not _is_still(user):
                logout(self.request)
                return redirect("account_login")
            if not self.may():
                messages.error(self.request, str(get_adapter().error_messages["cannot_delete_authenticator"]))
                return redirect("mfa_index")
            answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            only_here(self.request)
            _tell(user, self.changed)
        return answer

    def may(self) -> bool:
        """Asked with the account locked."""
        return True


def _tell(user: User, changed: str) -> None:
    now = timezone.now()
    record(action=changed, actor=user, object_kind="user", object_id=user.pk, at=now)
    tell(template="account_changed", key=f"{changed}:{user.pk}:{now.isoformat()}", user=user, at=now)


class ChangePassword(OwnAccountMixin, PasswordChangeView):  # type: ignore[misc]
    template_name = "account/password_change.html"
    changed = "account.password"


class ActivateCodeApp(OwnAccountMixin, ActivateTOTPView):  # type: ignore[misc]
    changed = "account.factor_added"


class AddPasskey(OwnAccountMixin, AddWebAuthnView):  # type: ignore[misc]
    changed = "account.factor_added"


class DeactivateCodeApp(OwnAccountMixin, DeactivateTOTPView):  # type: ignore[misc]
    changed = "account.factor_removed"

    def may(self) -> bool:
        return bool(get_adapter().can_delete_authenticator(self.authenticator))


class RemovePasskey(OwnAccountMixin, RemoveWebAuthnView):  # type: ignore[misc]
    changed = "account.factor_removed"

    def may(self) -> bool:
        return bool(get_adapter().can_delete_authenticator(self.get_object()))


class NewRecoveryCodes(OwnAccountMixin, GenerateRecoveryCodesView):  # type: ignore[misc]
    changed = "account.recovery_codes"
