"""Where allauth asks how we want it."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from safetyportal.accounts.models import User
from safetyportal.privacy.keys import decrypt, encrypt
from safetyportal.texts.association import current
from safetyportal.throttle.clients import UNKNOWN, client_key

# The page that follows says it already.
UNSAID = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
SECRETS = "mfa_authenticator.data"
NO_ADDRESS = "0.0.0.0"  # noqa: S104 - not an address to listen on


class InviteOnlyAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves: people are invited."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("Het e-mailadres of het wachtwoord klopt niet."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "enter_current_password": _("Dit is niet het wachtwoord dat u nu hebt."),
        "too_many_login_attempts": _(
            "Dit ging te vaak mis. Wacht 5 minuten en probeer het dan nog een keer."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        """The password alone: a whole row would undo what an administrator did since the request began."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def is_safe_url(self, url: str) -> bool:
        """An address that cannot be read is nowhere to go."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """For allauth's limits and its list of sessions, which wants an address as one is written."""
        key = client_key(request).partition("/")[0]
        return NO_ADDRESS if key == UNKNOWN else key

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Where a second factor is required it can be set up again, not switched off."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet. Neem de 6 cijfers over die de app nu laat zien."),
        "incorrect_passkey": _(
            "Deze passkey klopt niet of is niet voor deze website. Probeer het nog een keer."
        ),
        "cannot_delete_authenticator": _(
            "Dit kunt u niet weghalen: een tweede stap is voor uw account verplicht. Zet eerst een andere aan."
        ),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Where a second factor is required, the last one stays."""
        if not settings.SECOND_FACTOR_REQUIRED or authenticator.type not in FACTORS:
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def encrypt(self, text: str) -> str:
        return encrypt(text, SECRETS)

    def decrypt(self, encrypted_text: str) -> str:
        """What was stored before secrets were encrypted has no key in front and is read as it is."""
        return decrypt(encrypted_text, SECRETS) if ":" in encrypted_text else encrypted_text

    def generate_authenticator_name(self, user: User, type: str) -> str:
        return str(_("Mijn telefoon of computer"))

    def get_totp_issuer(self) -> str:
        return current().name
