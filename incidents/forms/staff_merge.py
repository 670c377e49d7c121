"""The forms with which cases come together, and apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from incidents.models import Case, Report
from safetyportal.texts.clean_text import PlainTextField
from safetyportal.texts.templatetags.portal import day


def _reason() -> PlainTextField:
    return PlainTextField(
        label=_("Waarom?"),
        help_text=_("Alleen medewerkers lezen dit."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf waarom.")},
    )


class MergeForm(VerbForm):
    """`cases` are those that go up in the case of this page."""

    verb, title, button = "case_merge", _("Samenvoegen"), _("Samenvoegen")
    button_class = "primary"

    reason = _reason()
    message = PlainTextField(
        label=_("Bericht aan de melders die erbij komen"),
        required=False,
        help_text=_(
            "Zij lezen dit op hun eigen pagina. Noem niemand anders die meldde. Laat leeg voor geen bericht."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, cases: Sequence[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zaak"] = forms.MultipleChoiceField(
            choices=[(one.number, one.number) for one in cases],
            initial=[one.number for one in cases],
            widget=forms.MultipleHiddenInput,
            error_messages={
                "required": _("Kies minstens één zaak."),
                "invalid_choice": _("Een van deze zaken is niet gevonden."),
            },
        )
        self.fields["message"].initial = gettext(
            "Wij behandelen uw melding samen met andere meldingen over hetzelfde. U houdt uw eigen nummer. Wij laten u hier weten hoe het gaat."
        )


class UnmergeForm(VerbForm):
    verb, title, button = "case_unmerge", _("Weer apart zetten"), _("Weer apart zetten")
    button_class = "primary"

    reason = _reason()


class SplitForm(VerbForm):
    verb, title, button = "case_split", _("Splitsen"), _("Nieuwe zaak maken met deze meldingen")
    button_class = "primary"

    reports = forms.MultipleChoiceField(
        label=_("Welke meldingen gaan naar de nieuwe zaak?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies minstens één melding."),
            "invalid_choice": _("Een van deze meldingen hoort niet meer bij deze zaak. Kies opnieuw."),
        },
    )
    reason = _reason()

    def __init__(self, *args: Any, reports: Sequence[Report], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = {report.number: report for report in reports}
        self.fields["reports"].choices = [  # type: ignore[attr-defined]
            (number, f"{number}, {report.kind.label}, {day(report.filed_at)}")
            for number, report in self.present.items()
        ]

    def clean_reports(self) -> list[Report]:
        chosen = [self.present[number] for number in self.cleaned_data["reports"]]
        if len(chosen) == len(self.present):
            raise forms.ValidationError(_("Laat minstens één melding in deze zaak."))
        return chosen
