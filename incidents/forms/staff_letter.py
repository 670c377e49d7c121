"""The forms of a letter: what it says, that it goes, and what became of what it asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.forms.gaps import GapFields
from incidents.forms.staff_case import VerbForm
from incidents.forms.staff_letter_start import PRINTED
from incidents.models import Letter
from incidents.rules.languages import DUTCH
from incidents.standard_texts.values import said_day, salutation
from incidents.standard_texts.variables import Variable
from incidents.writing.letters import Content
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.day_field import DayField

LONGEST = 8000
MOST_LINES = 4


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
