"""Passkeys: allauth's forms, with what browsers and others may send in their place told apart and told clearly."""

from __future__ import annotations

import binascii
import struct
from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# What reading a made-up credential can raise: JSON of another shape, wrong base64, CBOR that is none.
UNREADABLE = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, struct.error, binascii.Error,
)  # fmt: skip
NOT_DONE = {
    "required": _("Er kwam geen passkey van uw apparaat. Probeer het nog een keer."),
    "invalid": _("Deze passkey klopt niet. Probeer het nog een keer."),
}


def _read(clean: Callable[[], Any]) -> Any:
    """What `clean` gives; a credential for another site, an old one, or nonsense is one clear refusal."""
    try:
        return clean()
    except ValidationError as error:
        raise get_adapter().validation_error("incorrect_passkey") from error
    except UNREADABLE as error:
        raise get_adapter().validation_error("incorrect_passkey") from error


class NewPasskeyForm(webauthn._BaseAddWebAuthnForm):  # type: ignore[misc]
    """Always a passkey that works alone: the device must have checked who holds it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam van dit apparaat")
        self.fields["name"].help_text = _("Bijvoorbeeld telefoon van het werk. Zo herkent u hem later.")
        self.fields["name"].max_length = 60
        self.fields["name"].widget = forms.TextInput(attrs={"maxlength": 60})
        self.fields["credential"].error_messages |= NOT_DONE

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        cleaned: dict[str, Any] = _read(super().clean)
        return cleaned


class PasskeyNameForm(webauthn.EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Naam van dit apparaat"),
            max_length=60,
            error_messages={"required": _("Vul een naam in.")},
        )


class SecondStepForm(webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages |= NOT_DONE

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)


class PasskeyLoginForm(webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages |= NOT_DONE

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)


class PasskeyAgainForm(webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages |= NOT_DONE

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)
