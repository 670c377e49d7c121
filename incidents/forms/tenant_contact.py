"""Who reports: by name, confidentially or anonymously, and how to reach them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from incidents.forms.tenant_fields import choice_field, with_hint
from incidents.forms.tenant_step import StepForm
from incidents.rules.answers import BestTime, Mode, Reach, YesNo
from incidents.wizard.promises import receiver
from safetyportal.privacy.contact import is_phone
from safetyportal.texts.clean_text import LineField

MODES = [
    (
        Mode.CONFIDENTIAL,
        with_hint(
            _("Vertrouwelijk"),
            _("Alleen wij kennen uw naam. Voor de rechter vragen wij u eerst."),
        ),
    ),
    (
        Mode.NAMED,
        with_hint(
            _("Op naam"),
            _("Wij mogen uw naam noemen. Dit helpt het meest, ook bij de rechter."),
        ),
    ),
    (
        Mode.ANONYMOUS,
        with_hint(
            _("Anoniem"),
            _("Wij kunnen u niet bellen en vaak minder doen. Bij de rechter telt dit bijna niet."),
        ),
    ),
]


class ContactForm(StepForm):
    slug = "contact"
    template = "tenant/steps/contact.html"
    heading_field = "mode"
    # What is needed depends on how one reports; the page says so in words.
    mark_optional = False
    name_first: Any = _("Vul uw naam in. Wilt u dat niet? Kies dan «Vertrouwelijk» of «Anoniem».")

    mode = choice_field(_("Hoe wilt u melden?"), MODES, ask=_("Kies hoe u wilt melden."))
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
    email = LineField(
        label=_("Of e-mailadres"),
        max_length=254,
        required=False,
        help_text=_("Onze mail noemt uw melding niet."),
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
    )
    reach = forms.MultipleChoiceField(
        label=_("Wat moeten wij niet doen?"),
        choices=Reach.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("U mag dit overslaan."),
        error_messages={
            "invalid_choice": _("Kies uit de antwoorden bij «Wat moeten wij niet doen?»."),
            "invalid_list": _("Kies uit de antwoorden bij «Wat moeten wij niet doen?»."),
        },
    )
    best_time = choice_field(
        _("Wanneer bellen wij het best?"),
        BestTime.choices,
        ask=_("Kies een tijd uit de lijst."),
        required=False,
    )
    minor = choice_field(
        _("Bent u jonger dan 18?"),
        [(YesNo.YES, _("Ja")), (YesNo.NO, _("Nee")), (YesNo.UNKNOWN, _("Dat zeg ik liever niet"))],
        ask=_("Kies of u jonger dan 18 bent."),
    )
    # For programs that fill in every box they find; people do not see it. What comes with it is kept, and marked.
    extra = forms.CharField(label=_("Laat dit vak leeg"), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kind = self.written.kind
        if kind is not None and self.written.asks_consent:
            self.fields["consent"] = choice_field(
                _("Mag %(receiver)s uw naam en nummer krijgen?") % {"receiver": receiver(kind)},
                [("yes", _("Ja")), ("no", _("Nee"))],
                ask=_("Kies of wij uw naam en nummer mogen geven."),
                required=False,
                help_text=_("Alleen op naam. Nee mag ook."),
            )

    def start_with(self, kept: dict[str, Any]) -> dict[str, Any]:
        if not kept:
            return {"mode": Mode.CONFIDENTIAL}
        consent = kept.get("consent")
        return {**kept, "consent": None if consent is None else "yes" if consent else "no"}

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
        if cleaned.get("mode") == Mode.NAMED:
            self._ask_for_a_name(cleaned)
        return cleaned

    def _ask_for_a_name(self, cleaned: dict[str, Any]) -> None:
        if "name" in cleaned and not cleaned["name"]:
            self.add_error("name", self.name_first)
        if {"phone", "email"} <= cleaned.keys() and not cleaned["phone"] and not cleaned["email"]:
            self.add_error("phone", _("Vul een telefoonnummer of een e-mailadres in."))
        if "consent" in self.fields and not cleaned.get("consent") and "consent" not in self.errors:
            self.add_error("consent", self.fields["consent"].error_messages["required"])

    def answer(self) -> dict[str, Any]:
        """Of somebody anonymous nothing is kept but whether they are a minor."""
        mode, cleaned = self.cleaned_data["mode"], self.cleaned_data
        told = mode != Mode.ANONYMOUS
        consent = cleaned.get("consent") if mode == Mode.NAMED else None
        return {
            "mode": mode,
            "minor": cleaned["minor"],
            "trap": bool(cleaned["extra"]),
            **{name: cleaned[name] if told else "" for name in ("name", "phone", "email", "best_time")},
            "reach": cleaned["reach"] if told else [],
            "consent": consent == "yes" if consent else None,
        }
