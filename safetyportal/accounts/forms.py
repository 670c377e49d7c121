"""The forms of allauth in our own words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

CODE_LABEL = _("Code van 6 cijfers uit de app")
NO_CODE = {"required": _("Vul de code in.")}


class LoginForm(account.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("E-mailadres")
        login.error_messages |= {
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
        }
        _in_our_words(self)


class PasswordAgainForm(account.ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class OtherPasswordForm(account.ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "oldpassword": (_("Uw wachtwoord nu"), _("Vul het wachtwoord in dat u nu hebt.")),
            "password1": (_("Nieuw wachtwoord"), _("Kies een wachtwoord.")),
            "password2": (_("Nog een keer hetzelfde wachtwoord"), _("Vul het wachtwoord nog een keer in.")),
        }
        for name, (label, empty) in words.items():
            self.fields[name].label, self.fields[name].help_text = label, ""
            self.fields[name].error_messages |= {"required": empty}
        self.fields["password1"].help_text = _(
            "Minstens 12 tekens. Een paar woorden achter elkaar is sterk en goed te onthouden."
        )


class CodeForm(mfa.AuthenticateForm):  # type: ignore[misc]
    """A recovery code will do as well, so the label does not say six digits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages |= NO_CODE


class CodeAgainForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages |= NO_CODE


class FirstCodeForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = CODE_LABEL
        self.fields["code"].error_messages |= NO_CODE


def _in_our_words(form: Any) -> None:
    password = form.fields["password"]
    password.label = _("Wachtwoord")
    password.error_messages |= {"required": _("Vul uw wachtwoord in.")}
    password.help_text = ""  # the way out stands below the button: a hint holds no links
