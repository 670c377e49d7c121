"""Passkeys: allauth's forms, with what browsers and others may send in their place told apart and told clearly."""

from __future__ import annotations

import binascii
import json
import struct
from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from safetyportal.texts.clean_text import LineField

# What reading a made-up credential can raise: JSON of another shape, wrong base64, CBOR that is none.
UNREADABLE = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, struct.error, binascii.Error, RecursionError,
)  # fmt: skip
LONGEST = 20_000
# What is read of a credential; whatever else was sent along is not kept.
READ = ("id", "rawId", "type", "response", "authenticatorAttachment", "clientExtensionResults")
READ_OF_RESPONSE = (
    "clientDataJSON",
    "attestationObject",
    "authenticatorData",
    "signature",
    "userHandle",
    "transports",
)
NOT_DONE = {
    "required": _("Er kwam geen passkey van uw apparaat. Probeer het nog een keer."),
    "invalid": _("Deze passkey klopt niet. Probeer het nog een keer."),
}


class CredentialField(forms.JSONField):
    """What a device sends: of a length it can have, and only the parts that are read."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > LONGEST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            found = super().to_python(value)
            json.dumps(found, ensure_ascii=False).encode()  # half a character is no text
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        if not isinstance(found, dict):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        kept = {name: found[name] for name in READ if name in found}
        if isinstance(answer := kept.get("response"), dict):
            kept["response"] = {name: answer[name] for name in READ_OF_RESPONSE if name in answer}
        if "\\u0000" in json.dumps(kept):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return kept

    def prepare_value(self, value: Any) -> str:
        """Never shown again: a browser makes a new one."""
        return ""


def _credential(form: forms.Form) -> None:
    form.fields["credential"] = CredentialField(
        required=True, widget=form.fields["credential"].widget, error_messages=NOT_DONE
    )


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
        self.fields["name"] = LineField(
            label=_("Naam van dit apparaat"),
            help_text=_("Bijvoorbeeld telefoon van het werk. Zo herkent u hem later."),
            max_length=60,
            required=self.fields["name"].required,
        )
        _credential(self)

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        cleaned: dict[str, Any] = _read(super().clean)
        return cleaned


class PasskeyNameForm(webauthn.EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = LineField(
            label=_("Naam van dit apparaat"),
            max_length=60,
            error_messages={"required": _("Vul een naam in.")},
        )


class SecondStepForm(webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _credential(self)

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)


class PasskeyLoginForm(webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _credential(self)

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)


class PasskeyAgainForm(webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _credential(self)

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)
