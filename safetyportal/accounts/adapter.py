"""Where allauth asks how we want it."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.association import current
from safetyportal.throttle.clients import UNKNOWN, client_key

# The page that follows says it already.
UNSAID = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")
NO_ADDRESS = "0.0.0.0"  # noqa: S104 - not an address to listen on


class InviteOnlyAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves: people are invited."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("Het e-mailadres of het wachtwoord klopt niet."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "too_many_login_attempts": _(
            "Dit ging te vaak mis. Wacht 5 minuten en probeer het dan nog een keer."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
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
        "cannot_delete_authenticator": _(
            "U kunt de code-app niet uitzetten: voor uw account is die verplicht."
        ),
    }

    def can_delete_authenticator(self, authenticator: object) -> bool:
        return not settings.SECOND_FACTOR_REQUIRED

    def get_totp_issuer(self) -> str:
        return current().name
