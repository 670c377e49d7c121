"""The forms about people in a case: putting them on it, and what each verb about one of them asks."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from complexes.models import Home, Resident
from incidents.forms.staff_case import HOUSE_NUMBER, LONGEST_REASON, MARK_CHOICES, MARK_VALUES, VerbForm
from incidents.models import Case, Party
from incidents.rules.answers import YesNo
from incidents.sides.parties import Known
from safetyportal.privacy.contact import is_phone
from safetyportal.texts.clean_text import LineField, PlainTextField

NARROW = {"class": "portal-width-s", "autocomplete": "off"}
MEDIUM = {"class": "portal-width-m", "autocomplete": "off"}


class KnownForm(VerbForm):
    """What we know of somebody; `known()` after it is valid."""

    sort = forms.ChoiceField(
        label=_("Weet u wie het is?"),
        choices=Party.Sort.choices,
        initial=Party.Sort.PERSON,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of u weet wie het is.")},
    )
    name = LineField(
        label=_("Naam"),
        max_length=100,
        required=False,
        help_text=_("Bij een groep: hoe u de groep noemt, zoals «groep jongeren bij de speeltuin»."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    house_number = LineField(
        label=_("Huisnummer in dit complex"),
        max_length=20,
        required=False,
        help_text=_("Bijvoorbeeld 12 of 3A."),
        widget=forms.TextInput(attrs=NARROW),
    )
    address_note = LineField(label=_("Of een ander adres"), max_length=200, required=False)
    phone = LineField(
        label=_("Telefoonnummer"), max_length=40, required=False, widget=forms.TextInput(attrs=MEDIUM)
    )
    email = LineField(label=_("E-mailadres"), max_length=254, required=False)
    language = forms.ChoiceField(
        label=_("Taal van onze brieven"),
        choices=settings.LANGUAGES,
        required=False,
        widget=forms.Select(attrs={"class": "portal-width-m"}),
        error_messages={"invalid_choice": _("Kies een taal uit de lijst.")},
    )
    needs_interpreter = forms.TypedChoiceField(
        label=_("Tolk nodig?"),
        choices=MARK_CHOICES,
        coerce=MARK_VALUES.__getitem__,
        empty_value=None,
        required=False,
        widget=forms.Select(attrs={"class": "portal-width-m"}),
        error_messages={"invalid_choice": _("Kies ja, nee of niet bekend.")},
    )

    def __init__(self, *args: Any, complex_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.complex_id = complex_id

    def clean_house_number(self) -> Home | None:
        typed = "".join(self.cleaned_data["house_number"].split())
        if not typed:
            return None
        parts = HOUSE_NUMBER.fullmatch(typed)
        homes = Home.objects.filter(complex=self.complex_id)
        found = list(homes.at_number(int(parts[1]), parts[2])[:2]) if parts else []
        if len(found) != 1:
            raise ValidationError(_("Dit huisnummer staat niet in dit complex. Kijk het na."))
        return found[0]

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
        if cleaned.get("sort") == Party.Sort.PERSON and "name" in cleaned and not cleaned["name"]:
            self.add_error("name", _("Vul een naam in, of kies dat u niet weet wie het is."))
        return cleaned

    def known(self, role: str) -> Known:
        said = self.cleaned_data
        return Known(
            role=role,
            sort=said["sort"],
            name=said["name"],
            phone=said["phone"],
            email=said["email"],
            address_note=said["address_note"],
            home=said["house_number"],
            language=said["language"] or "nl",
            needs_interpreter=said["needs_interpreter"],
        )


class AddPartyForm(KnownForm):
    verb, title, button = "party_add", _("Iemand toevoegen"), _("Toevoegen")

    role = forms.ChoiceField(
        label=_("Wat heeft deze persoon ermee te maken?"),
        choices=Party.Role.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat deze persoon ermee te maken heeft."),
            "invalid_choice": _("Kies een rol uit de lijst."),
        },
    )
    field_order = ["role", "sort"]


class TakeOverForm(VerbForm):
    """Who rents the home the case is about, from the tenancy administration."""

    verb = "party_take_over"
    title, button = _("Neem over van de huuradministratie"), _("Overnemen")

    resident = forms.ChoiceField(
        label=_("Over wie is gemeld?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een bewoner."),
            "invalid_choice": _("Deze bewoner huurt hier niet meer. Kies opnieuw."),
        },
    )

    def __init__(self, *args: Any, residents: list[Resident], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.residents = {str(one.pk): one for one in residents}
        self.fields["resident"].choices = [(pk, one.name) for pk, one in self.residents.items()]  # type: ignore[attr-defined]

    def clean_resident(self) -> Resident:
        return self.residents[self.cleaned_data["resident"]]


class PartyVerbForm(VerbForm):
    """A verb about one party; `slug` is its part of the address."""

    verb = "party_act"
    slug: ClassVar[str]

    def __init__(self, *args: Any, party: Party, case: Case, **kwargs: Any) -> None:
        self.party, self.case = party, case
        super().__init__(*args, number=case.number, **kwargs)
        self.auto_id = f"{self.slug}_%s"

    def address(self, number: str) -> list[str]:
        return [number, str(self.party.pk), self.slug]


class ChangePartyForm(PartyVerbForm, KnownForm):
    slug = "wijzigen"
    title, button = _("Gegevens veranderen"), _("Bewaren")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, complex_id=kwargs["case"].complex_id, **kwargs)

    @staticmethod
    def initial_of(party: Party) -> dict[str, Any]:
        home = party.home
        said = {value: code for code, value in MARK_VALUES.items()}
        names = ("sort", "name", "phone", "email", "address_note", "language")
        return {
            **{name: getattr(party, name) for name in names},
            "house_number": f"{home.number}{home.addition}" if home else "",
            "needs_interpreter": said.get(party.needs_interpreter, YesNo.UNKNOWN.value),
        }


class EndPartyForm(PartyVerbForm):
    slug = "weg"
    title, button = _("Van de zaak afhalen"), _("Van de zaak afhalen")
    button_class = "warning"

    reason = PlainTextField(
        label=_("Waarom?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Noem geen naam: de reden komt in de tijdlijn. De gegevens blijven bewaard."),
        error_messages={"required": _("Schrijf waarom.")},
    )
