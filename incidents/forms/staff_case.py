"""The small forms of a case: one verb each, posting to that verb's own address wherever they are shown."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from complexes.models import Home
from incidents.act_table import possible
from incidents.acts import Act
from incidents.handling.casework import MARKS
from incidents.models.case import Band
from incidents.rules.answers import YesNo
from incidents.rules.workflow import CloseReason, Status
from safetyportal.texts.clean_text import LineField, PlainTextField

LONGEST_REASON = 300
HOUSE_NUMBER = re.compile(r"([0-9]{1,5})[-]?([0-9A-Za-z]{0,10})")
ADVANCES = {
    Act.INVESTIGATE: _("Wij onderzoeken het"),
    Act.APPROACH: _("Wij gaan iets doen: de aanpak begint"),
    Act.MONITOR: _("Het lijkt opgelost: wij volgen het nog"),
}
MARK_CHOICES = [
    (YesNo.UNKNOWN.value, _("Niet bekend")),
    (YesNo.YES.value, _("Ja")),
    (YesNo.NO.value, _("Nee")),
]
MARK_VALUES = {YesNo.YES.value: True, YesNo.NO.value: False, YesNo.UNKNOWN.value: None}


class VerbForm(forms.Form):
    """A form of one verb. `verb` is the name of its URL and keeps its ids apart from those beside it."""

    verb: ClassVar[str]
    title: ClassVar[str | Promise]
    button: ClassVar[str | Promise]
    button_class: ClassVar[str] = "secondary"

    # The newest line of the timeline when the page was shown (acting.begin).
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, number: str, seen: int = 0, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"{self.verb}_%s"
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen
        self.helper = FormHelper()
        self.helper.form_action = reverse(self.verb, args=self.address(number))
        self.helper.add_input(Submit("send", self.button, css_class=self.button_class))

    def address(self, number: str) -> list[str]:
        """What the URL of the verb takes."""
        return [number]

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0

    def seen_now(self, newest: int) -> None:
        """The page is shown again, and says what came since."""
        self.data = {**self.data.dict(), "seen": str(newest)}  # type: ignore[attr-defined]


class NoteForm(VerbForm):
    verb, title, button = "case_note", _("Notitie voor collega's"), _("Notitie bewaren")

    text = PlainTextField(
        label=_("Notitie"),
        help_text=_("Alleen medewerkers lezen dit. Schrijf wat u zag of hoorde, geen diagnose."),
        error_messages={"required": _("Schrijf een notitie.")},
    )
    is_personal = forms.BooleanField(label=_("Alleen voor mijzelf"), required=False)


class AdvanceForm(VerbForm):
    """The work goes on to another state by hand; which ones the table allows now, the page says."""

    verb, title, button = "case_advance", _("Zaak verder zetten"), _("Zaak verder zetten")

    act = forms.ChoiceField(
        label=_("Wat gaat er nu gebeuren?"),
        error_messages={
            "required": _("Kies wat er nu gaat gebeuren."),
            "invalid_choice": _("Dat kan nu niet meer. Kies opnieuw."),
        },
    )
    text = PlainTextField(
        label=_("Waarom?"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen medewerkers lezen dit."),
    )

    def __init__(self, *args: Any, status: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"].choices = [  # type: ignore[attr-defined]
            (act.value, label) for act, label in ADVANCES.items() if act in possible(status)
        ]


class ContactForm(VerbForm):
    verb, title, button = "case_contact", _("Contact met de melder vastleggen"), _("Contact bewaren")

    text = PlainTextField(
        label=_("Wat is er besproken?"),
        help_text=_("Hoe sprak u de melder, en wat is afgesproken? Alleen medewerkers lezen dit."),
        error_messages={"required": _("Schrijf op wat er besproken is.")},
    )


class MessageForm(VerbForm):
    verb, title, button = "case_message", _("Bericht aan de melder"), _("Bericht versturen")

    text = PlainTextField(
        label=_("Uw bericht"),
        help_text=_(
            "De melder leest dit op de eigen pagina. Noem geen ketenpartner en niemand anders bij naam."
        ),
        error_messages={"required": _("Schrijf een bericht.")},
    )


class MarksForm(VerbForm):
    """What only people know; 'niet bekend' stays apart from 'nee'."""

    verb, title, button = "case_mark", _("Kenmerken"), _("Kenmerken bewaren")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in MARKS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=MARK_CHOICES,
                coerce=MARK_VALUES.__getitem__,
                widget=forms.Select(attrs={"class": "portal-width-m"}),
                error_messages={"invalid_choice": _("Kies ja, nee of niet bekend.")},
            )

    @staticmethod
    def initial_of(marks: dict[str, bool | None]) -> dict[str, str]:
        said = {value: code for code, value in MARK_VALUES.items()}
        return {name: said[marks[name]] for name in MARKS}


class HomeForm(VerbForm):
    """Which home of the case's complex the report is about. Empty is 'niet bekend'."""

    verb, title, button = "case_home", _("Woning waarover is gemeld"), _("Woning bewaren")

    house_number = LineField(
        label=_("Huisnummer in dit complex"),
        max_length=20,
        required=False,
        help_text=_("Bijvoorbeeld 12 of 3A. Leeg is niet bekend. Alleen medewerkers zien dit."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "portal-width-s"}),
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
            raise forms.ValidationError(_("Dit huisnummer staat niet in dit complex. Kijk het na."))
        return found[0]


class SeverityForm(VerbForm):
    verb, title, button = "case_severity", _("Ernst aanpassen"), _("Ernst bewaren")

    band = forms.ChoiceField(
        label=_("Ernst volgens u"),
        choices=Band.choices,
        widget=forms.Select(attrs={"class": "portal-width-m"}),
        error_messages={
            "invalid_choice": _("Kies een ernst uit de lijst."),
            "required": _("Kies een ernst."),
        },
    )
    reason = PlainTextField(
        label=_("Waarom?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom u de ernst aanpast.")},
    )


class CloseForm(VerbForm):
    verb, title, button = "case_close", _("Zaak sluiten"), _("Zaak sluiten en bericht versturen")
    button_class = "warning"

    reason = forms.ChoiceField(
        label=_("Hoe eindigt de zaak?"),
        choices=[
            ("", _("Kies een reden")),
            *(
                (status.label, [(one.value, one.label) for one in CloseReason if one.status == status])
                for status in (Status.CLOSED, Status.NOT_TAKEN)
            ),
        ],
        error_messages={
            "required": _("Kies hoe de zaak eindigt."),
            "invalid_choice": _("Kies een reden uit de lijst."),
        },
    )
    message = PlainTextField(
        label=_("Bericht aan de melder"),
        help_text=_("Verplicht: de melder leest dit. Zeg wat er gedaan is, of wat de melder zelf kan doen."),
        error_messages={"required": _("Schrijf een bericht aan de melder.")},
    )
