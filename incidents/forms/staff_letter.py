"""The forms of a letter: which text to start from, what it says, and that it goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from complexes.models import Home
from incidents.forms.gaps import PREFIX, GapFields
from incidents.forms.staff_case import VerbForm
from incidents.models import LadderStep, Letter, Party, StandardText
from incidents.models.letter import CHECKED
from incidents.rules.languages import DUTCH, NOT_PRINTED, Language
from incidents.standard_texts.values import said_day, salutation
from incidents.standard_texts.variables import Variable
from incidents.writing.letters import Content
from safetyportal.clock.deadlines import Name, suggested_day
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

LONGEST = 8000
MOST_LINES = 4
PRINTED = [
    (one.value, one.label) for one in Language if one.value != DUTCH and one not in NOT_PRINTED
]  # fmt: skip


class DutchNames(forms.RadioSelect):
    """Standard texts are called as the association calls them, whatever language the page is in."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        if option["value"]:
            option["attrs"]["lang"] = "nl"
        return option


class StartForm(forms.Form):
    """GET: to whom, which standard text, and in which language an explanation comes with it."""

    aan = forms.ChoiceField(label=_("Aan wie?"), required=False)
    tekst = forms.ChoiceField(label=_("Standaardtekst"), required=False, widget=DutchNames)
    taal = forms.ChoiceField(
        label=_("Uitleg erbij in een andere taal"),
        required=False,
        choices=[("", _("Geen")), *PRINTED],
        help_text=_(
            "De uitleg komt op een eigen bladzijde. De Nederlandse tekst geldt. Het schrift van het Tigrinya kunnen wij niet afdrukken."
        ),
    )

    def __init__(
        self, *args: Any, offered: list[tuple[str, Any]], people: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aan"].choices = [("", _("De melder, of iemand anders")), *people]  # type: ignore[attr-defined]
        if not people:
            del self.fields["aan"]
        self.fields["tekst"].choices = offered  # type: ignore[attr-defined]


class LetterForm(GapFields, VerbForm):
    title, button = _("Brief schrijven"), _("Bewaren en bekijken")
    button_class = "primary"
    texts = ("heading", "body", "explanation")

    sort = forms.ChoiceField(
        label=_("Soort brief"),
        choices=Letter.Sort.choices,
        error_messages={
            "required": _("Kies een soort."),
            "invalid_choice": _("Kies een soort uit de lijst."),
        },
    )
    to_name = LineField(
        label=_("Aan wie?"),
        max_length=80,
        help_text=_("Zoals het op de envelop komt, bijvoorbeeld: mevrouw M. de Vries."),
        error_messages={"required": _("Vul de naam in.")},
    )
    to_address = PlainTextField(
        label=_("Adres"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Straat en huisnummer, en daaronder postcode en plaats."),
        error_messages={"required": _("Vul het adres in.")},
    )
    check_on = DayField(
        label=_("Wanneer controleren wij het?"),
        required=False,
        help_text=_("U krijgt dan een termijn om te kijken. Staat in de brief als {controledatum}."),
    )
    heading = LineField(
        label=_("Onderwerp"),
        max_length=120,
        error_messages={"required": _("Vul in waar de brief over gaat.")},
    )
    body = PlainTextField(
        label=_("Brief"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_("Groet en naam komen er vanzelf onder. Begin een regel met «# » voor een kopje, met «- » voor een punt. Noem geen dag of uur van een melding, en niet wie er heeft gemeld."),
        error_messages={"required": _("Schrijf de brief.")},
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Uitleg erbij in"), required=False, choices=[("", _("Geen andere taal")), *PRINTED]
    )
    explanation = PlainTextField(
        label=_("De uitleg"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 14})
    )

    def __init__(self, *args: Any, number: str, letter: Letter | None, known: dict[str, str], **kwargs: Any) -> None:  # fmt: skip
        self.letter = letter
        self.verb = "case_letter_edit" if letter else "case_letter_new"  # type: ignore[misc]
        super().__init__(*args, number=number, **kwargs)
        if letter is not None:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=letter.version)
        self.known_values = known
        # The name and the day to check stand in fields of their own.
        self.add_gaps(known={*known, Variable.SALUTATION, Variable.CHECK_DATE})

    def address(self, number: str) -> list[str]:
        return [number, str(self.letter.pk)] if self.letter else [number]

    def clean_to_address(self) -> str:
        typed = [line.strip() for line in str(self.cleaned_data["to_address"]).splitlines() if line.strip()]
        if len(typed) > MOST_LINES:
            raise forms.ValidationError(_("Schrijf hoogstens vier regels: meer past niet voor het venster."))
        return "\n".join(typed)

    def clean_check_on(self) -> date | None:
        day: date | None = self.cleaned_data["check_on"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("language")) != bool(cleaned.get("explanation")):
            missing = "explanation" if cleaned.get("language") else "language"
            self.add_error(missing, _("Kies een taal en schrijf de uitleg, of laat beide leeg."))
        named = f"{{{Variable.CHECK_DATE.value}}}"
        is_named = any(named in (cleaned.get(name) or "") for name in self.texts)
        if is_named and not cleaned.get("check_on") and "check_on" not in self.errors:
            self.add_error("check_on", _("Kies een dag: in de brief staat wanneer wij controleren."))
        return cleaned

    def content(self) -> Content:
        said = self.cleaned_data
        dutch = self._values(DUTCH)
        return Content(
            sort=said["sort"],
            to_name=said["to_name"],
            to_address=said["to_address"],
            heading=self.filled("heading", dutch),
            body=self.filled("body", dutch),
            language=said["language"],
            explanation=self.filled("explanation", self._values(said["language"])),
            check_on=said["check_on"],
        )

    def _values(self, language: str) -> dict[str, str]:
        check_on: date | None = self.cleaned_data["check_on"]
        return self.known_values | {
            Variable.SALUTATION.value: salutation(self.cleaned_data["to_name"], language=language),
            Variable.CHECK_DATE.value: said_day(check_on, language=language) if check_on else "",
        }


class SendLetterForm(VerbForm):
    """That it goes. Where something of a reporter seems to stand in it, somebody says that he looked."""

    verb, title, button = "case_letter_send", _("Versturen"), _("Deze brief is verstuurd")
    button_class = "primary"

    version = forms.IntegerField(widget=forms.HiddenInput)

    looked = forms.BooleanField(
        label=_("Ik heb gekeken: niemand kan uit deze brief lezen wie er heeft gemeld"), required=False
    )

    def __init__(self, *args: Any, letter: Letter, **kwargs: Any) -> None:
        self.letter = letter
        super().__init__(*args, initial={"version": letter.version}, **kwargs)

    def only_when_warned(self, is_warned: bool) -> None:
        """Nobody ticks what there is no reason to ask."""
        if not is_warned:
            del self.fields["looked"]

    def address(self, number: str) -> list[str]:
        return [number, str(self.letter.pk)]


class CheckLetterForm(VerbForm):
    """What became of what the letter asked for."""

    verb, title, button = "case_letter_check", _("Is gedaan wat de brief vraagt?"), _("Uitkomst bewaren")
    button_class = "primary"

    text = PlainTextField(
        label=_("Wat zag of hoorde u?"),
        help_text=_("Alleen medewerkers lezen dit."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op wat u zag of hoorde.")},
    )

    def __init__(self, *args: Any, letter: Letter, **kwargs: Any) -> None:
        self.letter = letter
        super().__init__(*args, **kwargs)

    def address(self, number: str) -> list[str]:
        return [number, str(self.letter.pk)]


def start_of(text: StandardText | None, language: str) -> dict[str, Any]:
    """What a new letter begins with, before anything is filled in."""
    if text is None:
        return {"sort": Letter.Sort.OTHER, "body": "{aanhef},\n\n"}
    explanation = text.translations.get(language, "")
    asks = {"check_on": suggested_day(name=Name.CHECK, at=timezone.now())} if text.moment in CHECKED else {}
    return {
        **asks,
        "sort": text.moment,
        "heading": text.heading,
        "body": text.text_nl,
        "language": language if explanation else "",
        "explanation": explanation,
    }


def to_party(party: Party) -> dict[str, Any]:
    """Name and address of somebody in the case, for the envelope."""
    return {
        "to_name": party.name,
        "to_address": on_envelope(party.home) if party.home else party.address_note,
    }


def on_envelope(home: Home) -> str:
    return f"{home.address}\n{home.postcode[:4]} {home.postcode[4:]} {home.city}"


def begun_with(step: LadderStep | None) -> dict[str, Any]:
    """What a letter that goes with a step on the ladder takes from it: to begin with, and to change."""
    if step is None:
        return {}
    asked = {Variable.AGREEMENTS: step.agreed, Variable.RULE: step.house_rule}
    day = {"check_on": step.check_on} if step.check_on else {}
    return {**day, **{PREFIX + name: words for name, words in asked.items()}}
