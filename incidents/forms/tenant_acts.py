"""What a reporter fills in on the page of a report."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_contact import MODES
from incidents.forms.tenant_fields import DayField, choice_field
from incidents.rules.answers import DayPart, Mode
from safetyportal.privacy.contact import is_phone
from safetyportal.texts.clean_text import LineField, PlainTextField

LONGEST = 4000
BIG = {"rows": 5}


class ActForm(forms.Form):
    """`words()` is what is kept in the case, in the words of who filled it in.

    With `takes_files` the page has boxes for photos and files; `has_files`: some lie ready, so words are not needed.
    """

    takes_files = False

    def __init__(
        self, data: Any = None, *, today: date, has_files: bool = False, start: dict[str, Any] | None = None
    ) -> None:
        self.today = today
        self.has_files = has_files
        super().__init__(data, initial=start)

    def words(self) -> str:
        return str(self.cleaned_data.get("text", ""))


class WordsForm(ActForm):
    text_label: Any = _("Uw bericht")
    must = True
    text_hint: Any = _("Schrijf geen namen van anderen op. U mag in uw eigen taal schrijven.")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["text"] = PlainTextField(
            label=self.text_label,
            max_length=LONGEST,
            required=self.must and not self.has_files,
            help_text=self.text_hint,
            widget=forms.Textarea(attrs=BIG),
            error_messages={"required": _("Schrijf een paar woorden.")},
        )


class MessageForm(WordsForm):
    takes_files = True


class AgainForm(ActForm):
    takes_files = True

    day_part = choice_field(
        _("Wanneer op de dag?"),
        [one for one in DayPart.choices if one[0] != DayPart.UNKNOWN],
        ask=_("Kies een deel van de dag uit de lijst."),
        required=False,
    )
    text = PlainTextField(
        label=_("Wat gebeurde er?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs=BIG),
        help_text=_("Schrijf geen namen van anderen op. U mag in uw eigen taal schrijven."),
        error_messages={"required": _("Schrijf op wat er gebeurt. Een paar woorden is genoeg.")},
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["day"] = DayField(
            label=_("Wanneer gebeurde het?"),
            today=self.today,
            help_text=_("Bijvoorbeeld: vandaag, gisteren of 27-3-2026."),
            widget=forms.TextInput(attrs={"class": "portal-width-m", "autocomplete": "off"}),
            error_messages={"required": _("Vul in wanneer het gebeurde, bijvoorbeeld: vandaag.")},
        )
        self.order_fields(["day", "day_part", "text"])

    def words(self) -> str:
        day, part = date_format(self.cleaned_data["day"], "j F Y"), self.cleaned_data["day_part"]
        when = f"{day}, {DayPart(part).label}" if part else day
        return f"{when}\n{self.cleaned_data['text']}"


class RateForm(ActForm):
    FACES = (("good", _("☺ Goed")), ("fair", _("😐 Gaat wel")), ("bad", _("☹ Niet goed")))

    face = choice_field(_("Hoe vindt u dat wij u hielpen?"), FACES, ask=_("Kies wat u ervan vindt."))
    why = PlainTextField(
        label=_("Waarom vindt u dat?"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs=BIG)
    )

    def words(self) -> str:
        face = str(dict(self.FACES)[self.cleaned_data["face"]])
        return f"{face}\n{self.cleaned_data['why']}".strip()


class TellNameForm(ActForm):
    """Who the reporter is, after reporting anonymously."""

    mode = choice_field(
        _("Wie mag uw naam weten?"),
        [one for one in MODES if one[0] != Mode.ANONYMOUS],
        ask=_("Kies wie uw naam mag weten."),
    )
    name = LineField(
        label=_("Uw naam"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={"required": _("Vul uw naam in.")},
    )
    phone = LineField(
        label=_("Telefoonnummer"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "portal-width-m"}),
    )
    email = LineField(
        label=_("E-mailadres"),
        max_length=254,
        required=False,
        help_text=_("In onze mail staat nooit waar uw melding over gaat."),
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise ValidationError(_("Dit is geen telefoonnummer. Vul het zo in: 06 12 34 56 78."))
        return phone

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email:
            EmailValidator(_("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl."))(email)
        return email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"phone", "email"} <= cleaned.keys() and not cleaned["phone"] and not cleaned["email"]:
            self.add_error("phone", _("Vul een telefoonnummer of een e-mailadres in."))
        return cleaned


class AddressForm(ActForm):
    email = LineField(
        label=_("Uw nieuwe e-mailadres"),
        max_length=254,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        EmailValidator(_("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl."))(email)
        return email


class NumberForm(ActForm):
    name = LineField(
        label=_("Uw naam"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    phone = LineField(
        label=_("Telefoonnummer"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "portal-width-m"}),
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise ValidationError(_("Dit is geen telefoonnummer. Vul het zo in: 06 12 34 56 78."))
        return phone
